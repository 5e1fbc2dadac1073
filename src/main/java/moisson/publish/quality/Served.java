package moisson.publish.quality;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import moisson.publish.Manifest;
import moisson.publish.graph.Iris;

/**
 * The addresses that answer once a version is shown: its datasets, its files, the endpoint, the feeds. A version that is being built
 * cannot be asked over HTTP yet; a test of the site asks each of them.
 */
public final class Served implements Predicate<String> {
    private final Set<String> addresses = new HashSet<>();

    public Served(Iris iris, List<Manifest.Entry> files) {
        addresses.add(iris.base());
        addresses.add(iris.base() + "donnees");
        addresses.add(iris.base() + "sparql");
        addresses.add(iris.base() + "flux/rpde");
        addresses.add(iris.base() + "flux/ldes");
        for (Manifest.Entry file : files) {
            addresses.add(iris.dataset(file.dataset()));
            addresses.add(iris.dataset(file.path()));
            addresses.add(iris.file(file.dataset(), file.path()));
        }
    }

    @Override
    public boolean test(String address) {
        return addresses.contains(address);
    }
}
