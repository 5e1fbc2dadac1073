package moisson.publish.portal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import moisson.publish.Manifest;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.VCARD4;
import org.jspecify.annotations.Nullable;

/** Reads what to tell on portals from the published catalogue itself, so that nothing can be told in two ways. */
final class Offers {
    private static final String CATALOGUE = "catalogue.ttl";

    /** Beside those of the catalogue: what people open in a spreadsheet, and what analysts read. */
    private static final Map<String, String> BESIDE = Map.of(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "XLSX",
            "application/vnd.apache.parquet", "Parquet");

    private final PortalSettings settings;
    private final Path folder;
    private final Manifest manifest;
    private final Model catalogue;

    private Offers(PortalSettings settings, Path folder, Manifest manifest) {
        this.settings = settings;
        this.folder = folder;
        this.manifest = manifest;
        this.catalogue = RDFDataMgr.loadModel(folder.resolve(CATALOGUE).toUri().toString());
    }

    /**
     * The datasets of a version that the portal wants, in the order of the manifest.
     *
     * @param folder of the version
     */
    static List<Offer> of(PortalSettings settings, Path folder, Manifest manifest) {
        Offers offers = new Offers(settings, folder, manifest);
        Map<String, Resource> described = offers.described();
        Set<String> names = new LinkedHashSet<>();
        manifest.files().forEach(file -> names.add(file.dataset()));
        return names.stream()
                .filter(name -> described.containsKey(name) && settings.wants(name))
                .map(name -> offers.offer(name, described.get(name)))
                .toList();
    }

    private Map<String, Resource> described() {
        Map<String, Resource> datasets = new LinkedHashMap<>();
        catalogue
                .listSubjectsWithProperty(RDF.type, DCAT.Dataset)
                .forEach(dataset -> datasets.put(last(dataset.getURI()), dataset));
        return datasets;
    }

    private Offer offer(String name, @Nullable Resource dataset) {
        if (dataset == null) {
            throw new IllegalStateException("the catalogue does not describe " + name);
        }
        Optional<Resource> period = linked(dataset, DCTerms.temporal);
        String key = settings.prefix() + name;
        return new Offer(
                key,
                text(dataset, DCTerms.title),
                text(dataset, DCTerms.description),
                dataset.listProperties(DCAT.keyword).toList().stream()
                        .filter(one ->
                                one.getLanguage().isEmpty() || one.getLanguage().equals("fr"))
                        .map(one -> one.getString().strip())
                        .distinct()
                        .sorted()
                        .toList(),
                linked(dataset, DCTerms.accrualPeriodicity)
                        .map(frequency -> last(frequency.getURI()))
                        .orElse("UNKNOWN"),
                period.map(one -> day(one, DCAT.startDate)).orElse(null),
                period.map(one -> day(one, DCAT.endDate)).orElse(null),
                dataset.getURI(),
                linked(dataset, DCTerms.publisher)
                        .map(one -> text(one, FOAF.name))
                        .orElse(""),
                linked(dataset, DCAT.contactPoint)
                        .flatMap(one -> linked(one, VCARD4.hasEmail))
                        .map(one -> one.getURI().replaceFirst("^mailto:", ""))
                        .orElse(""),
                files(key, name, dataset));
    }

    private List<Offer.File> files(String key, String name, Resource dataset) {
        Map<String, Resource> distributions = new LinkedHashMap<>();
        dataset.listProperties(DCAT.distribution)
                .forEach(one -> linked(one.getResource(), DCAT.downloadURL)
                        .ifPresent(url -> distributions.put(last(url.getURI()), one.getResource())));
        String title = text(dataset, DCTerms.title);
        List<Offer.File> files = new ArrayList<>();
        for (Manifest.Entry entry : manifest.files()) {
            Resource distribution = distributions.get(entry.path());
            String beside = BESIDE.get(entry.mediaType());
            if (entry.dataset().equals(name) && (distribution != null || beside != null)) {
                String format = distribution == null ? beside : text(distribution, DCTerms.title);
                files.add(new Offer.File(
                        key + "/" + entry.path(),
                        entry.path(),
                        format + " – " + title,
                        distribution == null ? title + ", " + format : text(distribution, DCTerms.description),
                        entry.mediaType(),
                        distribution == null
                                ? dataset.getURI() + "/" + entry.path()
                                : linked(distribution, DCAT.downloadURL)
                                        .orElseThrow()
                                        .getURI(),
                        folder.resolve(entry.path()),
                        entry.bytes(),
                        entry.sha256()));
            }
        }
        return files;
    }

    private static Optional<Resource> linked(Resource from, Property property) {
        return from.listProperties(property).toList().stream()
                .map(statement -> statement.getObject())
                .filter(RDFNode::isResource)
                .map(RDFNode::asResource)
                .min(Comparator.comparing(Resource::toString));
    }

    /** In French where there is French. */
    private static String text(Resource of, Property property) {
        return of.listProperties(property).toList().stream()
                .filter(one -> one.getObject().isLiteral())
                .min(Comparator.comparing(one -> !one.getLanguage().equals("fr")))
                .map(one -> one.getString().strip())
                .orElse("");
    }

    private static @Nullable LocalDate day(Resource of, Property property) {
        String text = text(of, property);
        return text.isEmpty() ? null : LocalDate.parse(text.substring(0, 10));
    }

    private static String last(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }
}
