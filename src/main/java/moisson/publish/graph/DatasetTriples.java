package moisson.publish.graph;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import moisson.publish.Manifest;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;

/** A dataset of the catalogue with its distributions. */
final class DatasetTriples {
    private static final List<String> KEYWORDS = List.of(
            "innovation publique",
            "transformation publique",
            "agenda",
            "événements",
            "administration",
            "participation");

    private static final List<String> THEMES = List.of("data-theme/GOVE", "data-theme/EDUC", "data-theme/SOCI");

    /** Of the current edition and the series, and of earlier editions. */
    static final List<String> FREQUENCIES = List.of("frequency/DAILY", "frequency/IRREG");

    /** Entries of the authority tables named in a catalogue that are plain concepts, with their labels. */
    static final Map<String, String> CONCEPTS = new TreeMap<>(Map.of(
            "data-theme/GOVE", "Gouvernement et secteur public",
            "data-theme/EDUC", "Éducation, culture et sport",
            "data-theme/SOCI", "Population et société",
            "dataset-type/STATISTICAL", "Statistiques",
            "planned-availability/STABLE", "stable",
            "distribution-status/COMPLETED", "achevé"));

    /** With https, as the shapes of DCAT-AP 3.0.1 want it, although the terms of SPDX themselves begin with http. */
    static final String SHA256 = "https://spdx.org/rdf/terms#checksumAlgorithm_sha256";

    private final Iris iris;

    DatasetTriples(Iris iris) {
        this.iris = iris;
    }

    static String publisher(Iris iris) {
        return iris.base() + "donnees#editeur";
    }

    static String contact(Iris iris) {
        return iris.base() + "donnees#contact";
    }

    static String rights(Iris iris) {
        return iris.base() + "donnees#droits";
    }

    void write(Triples out, DatasetPage page) {
        String iri = iris.dataset(page.name());
        out.type(iri, Names.DCAT.term("Dataset"));
        if (page.series() == null) {
            out.type(iri, Names.DCAT.term("DatasetSeries"));
        } else {
            out.link(iri, Names.DCAT.term("inSeries"), iris.dataset(page.series()));
        }
        out.french(iri, Names.DCT.term("title"), page.title());
        out.french(iri, Names.DCT.term("description"), page.description());
        out.plain(iri, Names.DCT.term("identifier"), iri);
        out.link(iri, Names.DCT.term("publisher"), publisher(iris));
        out.link(iri, Names.DCAT.term("contactPoint"), contact(iris));
        KEYWORDS.forEach(keyword -> out.french(iri, Names.DCAT.term("keyword"), keyword));
        for (String theme : THEMES) {
            out.link(iri, Names.DCAT.term("theme"), Authority.of(theme));
        }
        out.link(iri, Names.DCT.term("spatial"), Authority.FRANCE);
        out.link(iri, Names.DCT.term("language"), Authority.FRENCH);
        out.link(iri, Names.DCT.term("accessRights"), Authority.PUBLIC);
        out.link(iri, Names.DCT.term("accrualPeriodicity"), Authority.of(FREQUENCIES.get(page.current() ? 0 : 1)));
        if (page.figures()) {
            out.link(iri, Names.DCT.term("type"), Authority.of("dataset-type/STATISTICAL"));
        }
        out.typed(iri, Names.DCT.term("issued"), page.issued(), XSDDatatype.XSDdateTime);
        out.typed(iri, Names.DCT.term("modified"), page.modified(), XSDDatatype.XSDdateTime);
        out.link(iri, Names.DCAT.term("landingPage"), iris.base() + "donnees");
        out.link(iri, Names.DCT.term("temporal"), page.from() == null ? null : iri + "#periode");
        page.files().forEach(file -> out.link(iri, Names.DCAT.term("distribution"), iri + "#" + extension(file)));
        if (page.from() != null) {
            out.type(iri + "#periode", Names.DCT.term("PeriodOfTime"));
            out.typed(iri + "#periode", Names.DCAT.term("startDate"), page.from(), XSDDatatype.XSDdate);
            out.typed(iri + "#periode", Names.DCAT.term("endDate"), page.until(), XSDDatatype.XSDdate);
        }
        page.files().forEach(file -> distribution(out, iri, page, file));
    }

    private void distribution(Triples out, String dataset, DatasetPage page, Manifest.Entry file) {
        String iri = dataset + "#" + extension(file);
        String address = iris.file(page.name(), file.path());
        out.type(iri, Names.DCAT.term("Distribution"));
        out.french(iri, Names.DCT.term("title"), Authority.title(file.mediaType()));
        out.french(iri, Names.DCT.term("description"), page.title() + ", " + Authority.title(file.mediaType()));
        out.link(iri, Names.DCAT.term("accessURL"), iris.dataset(page.name()));
        out.link(iri, Names.DCAT.term("downloadURL"), address);
        out.link(iri, Names.DCT.term("format"), Authority.fileType(file.mediaType()));
        out.link(iri, Names.DCAT.term("mediaType"), Authority.mediaType(file.mediaType()));
        out.typed(iri, Names.DCAT.term("byteSize"), file.bytes(), XSDDatatype.XSDnonNegativeInteger);
        out.link(iri, Names.SPDX.term("checksum"), iri + "-somme");
        out.link(iri, Names.DCT.term("license"), Authority.LICENCE);
        out.link(iri, Names.DCT.term("rights"), rights(iris));
        out.link(iri, Names.DCT.term("language"), Authority.FRENCH);
        out.link(iri, Names.DCATAP.term("availability"), Authority.STABLE);
        out.link(iri, Names.ADMS.term("status"), Authority.COMPLETED);
        out.typed(iri, Names.DCT.term("issued"), page.issued(), XSDDatatype.XSDdateTime);
        out.typed(iri, Names.DCT.term("modified"), page.modified(), XSDDatatype.XSDdateTime);
        out.type(iri + "-somme", Names.SPDX.term("Checksum"));
        out.say(iri + "-somme", Names.SPDX.term("algorithm"), NodeFactory.createURI(SHA256));
        out.typed(iri + "-somme", Names.SPDX.term("checksumValue"), file.sha256(), XSDDatatype.XSDhexBinary);
    }

    private static String extension(Manifest.Entry file) {
        return file.path().substring(file.path().lastIndexOf('.') + 1);
    }
}
