package moisson.publish.graph;

import java.util.List;
import moisson.publish.Manifest;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.NodeFactory;

/** A dataset of the catalogue with its distributions. */
final class DatasetTriples {
    private static final List<String> KEYWORDS =
            List.of("innovation publique", "transformation publique", "événements", "administration", "participation");

    static final List<String> THEMES = List.of("data-theme/GOVE", "data-theme/EDUC", "data-theme/SOCI");

    /** Of the current edition and the series, and of earlier editions. */
    static final List<String> FREQUENCIES = List.of("frequency/DAILY", "frequency/IRREG");

    private final Iris iris;
    private final String publisher;
    private final List<Manifest.Entry> schemas;

    /** @param schemas the Table Schemas of the CSV files */
    DatasetTriples(Iris iris, String publisher, List<Manifest.Entry> schemas) {
        this.iris = iris;
        this.publisher = publisher;
        this.schemas = List.copyOf(schemas);
    }

    static String contact(Iris iris) {
        return iris.base() + "donnees#contact";
    }

    static String rights(Iris iris) {
        return iris.base() + "donnees#droits";
    }

    static String provenance(Iris iris) {
        return iris.base() + "donnees#provenance";
    }

    void write(Triples out, DatasetPage page) {
        String iri = iris.dataset(page.name());
        out.type(iri, Names.DCAT.term("Dataset"));
        if (page.whole()) {
            out.type(iri, Names.DCAT.term("DatasetSeries"));
        }
        out.link(iri, Names.DCAT.term("inSeries"), page.series() == null ? null : iris.dataset(page.series()));
        out.link(iri, Names.DCAT.term("prev"), page.before() == null ? null : iris.dataset(page.before()));
        out.french(iri, Names.DCT.term("title"), page.title());
        out.french(iri, Names.DCT.term("description"), page.description());
        out.plain(iri, Names.DCT.term("identifier"), iri);
        out.link(iri, Names.DCT.term("publisher"), publisher);
        out.link(iri, Names.DCAT.term("contactPoint"), contact(iris));
        KEYWORDS.forEach(keyword -> out.french(iri, Names.DCAT.term("keyword"), keyword));
        out.french(iri, Names.DCAT.term("keyword"), page.kind().keyword());
        for (String theme : THEMES) {
            out.link(iri, Names.DCAT.term("theme"), Authority.of(theme));
        }
        out.link(iri, Names.DCT.term("spatial"), Authority.FRANCE);
        out.link(iri, Names.DCT.term("language"), Authority.FRENCH);
        out.link(iri, Names.DCT.term("accessRights"), Authority.PUBLIC);
        out.link(iri, Names.DCT.term("provenance"), provenance(iris));
        out.link(iri, Names.DCT.term("accrualPeriodicity"), Authority.of(FREQUENCIES.get(page.current() ? 0 : 1)));
        if (page.kind() == DatasetPage.Kind.FIGURES) {
            out.link(iri, Names.DCT.term("type"), Authority.of("dataset-type/STATISTICAL"));
        }
        out.typed(iri, Names.DCT.term("issued"), page.issued(), XSDDatatype.XSDdateTime);
        out.typed(iri, Names.DCT.term("modified"), page.modified(), XSDDatatype.XSDdateTime);
        out.link(iri, Names.DCAT.term("landingPage"), iri);
        out.link(iri, Names.DCT.term("temporal"), page.from() == null ? null : iri + "#periode");
        page.files().forEach(file -> out.link(iri, Names.DCAT.term("distribution"), iri + "#" + extension(file)));
        page.beside().forEach(file -> out.link(iri, Names.DCT.term("hasFormat"), address(page, file)));
        out.type(iri, Names.FOAF.term("Document"));
        if (page.from() != null) {
            out.type(iri + "#periode", Names.DCT.term("PeriodOfTime"));
            out.typed(iri + "#periode", Names.DCAT.term("startDate"), page.from(), XSDDatatype.XSDdate);
            out.typed(iri + "#periode", Names.DCAT.term("endDate"), page.until(), XSDDatatype.XSDdate);
        }
        page.files().forEach(file -> distribution(out, iri, page, file));
        page.beside().forEach(file -> {
            out.type(address(page, file), Names.FOAF.term("Document"));
            out.french(address(page, file), Names.DCT.term("title"), Authority.title(file.mediaType()));
            out.link(address(page, file), Names.DCAT.term("mediaType"), Authority.mediaType(file.mediaType()));
        });
    }

    private String address(DatasetPage page, Manifest.Entry file) {
        return iris.file(page.name(), file.path());
    }

    private void distribution(Triples out, String dataset, DatasetPage page, Manifest.Entry file) {
        String iri = dataset + "#" + extension(file);
        out.type(iri, Names.DCAT.term("Distribution"));
        out.french(iri, Names.DCT.term("title"), Authority.title(file.mediaType()));
        out.french(iri, Names.DCT.term("description"), page.title() + ", " + Authority.title(file.mediaType()));
        out.link(iri, Names.DCAT.term("accessURL"), dataset);
        out.link(iri, Names.DCAT.term("downloadURL"), address(page, file));
        out.link(iri, Names.DCT.term("format"), Authority.fileType(file.mediaType()));
        out.link(iri, Names.DCAT.term("mediaType"), Authority.mediaType(file.mediaType()));
        if (file.mediaType().equals("text/csv")) {
            schemas.stream()
                    .filter(schema -> page.name().equals(schema.dataset())
                            || schema.dataset().equals(page.series()))
                    .forEach(schema -> {
                        String standard = iris.file(schema.dataset(), schema.path());
                        out.link(iri, Names.DCT.term("conformsTo"), standard);
                    });
        }
        out.typed(iri, Names.DCAT.term("byteSize"), file.bytes(), XSDDatatype.XSDnonNegativeInteger);
        out.link(iri, Names.SPDX.term("checksum"), iri + "-somme");
        out.link(iri, Names.DCT.term("license"), Authority.LICENCE);
        out.link(iri, Names.DCT.term("rights"), rights(iris));
        out.link(iri, Names.DCT.term("language"), Authority.FRENCH);
        out.link(iri, Names.DCATAP.term("availability"), Authority.STABLE);
        out.typed(iri, Names.DCT.term("issued"), page.issued(), XSDDatatype.XSDdateTime);
        out.typed(iri, Names.DCT.term("modified"), page.modified(), XSDDatatype.XSDdateTime);
        out.type(iri + "-somme", Names.SPDX.term("Checksum"));
        out.say(iri + "-somme", Names.SPDX.term("algorithm"), NodeFactory.createURI(External.SHA256));
        out.typed(iri + "-somme", Names.SPDX.term("checksumValue"), file.sha256(), XSDDatatype.XSDhexBinary);
    }

    private static String extension(Manifest.Entry file) {
        return file.path().substring(file.path().lastIndexOf('.') + 1);
    }
}
