package moisson.intake.sheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import moisson.intake.Limits;
import moisson.intake.UnreadableFeedException;
import moisson.intake.XmlInput;

/**
 * What the library that reads spreadsheets does not look after: that a workbook of some kilobytes does not unpack into
 * gigabytes, that no cell claims to stand in column 300 million or to hold text number two billion, and which cells are
 * merged.
 */
final class PackedSheet {
    private static final Pattern CELL = Pattern.compile("[A-Z]{1,3}\\d{1,7}");
    private static final XMLInputFactory FACTORY = XmlInput.factory();

    private PackedSheet() {}

    /** Unpacks everything once without keeping it: what an archive says of its own sizes may be a lie. */
    static void refuseBombs(Path workbook) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            if (zip.size() > Limits.PARTS) {
                throw bomb();
            }
            long left = Math.min(
                    Limits.UNPACKED,
                    Math.max(
                            Limits.UNPACKED_ANYWAY,
                            Limits.RATIO * workbook.toFile().length()));
            for (ZipEntry entry : zip.stream().toList()) {
                long most = entry.getName().toLowerCase(java.util.Locale.ROOT).endsWith("sharedstrings.xml")
                        ? Math.min(left, Limits.SHARED_TEXTS)
                        : left;
                left -= size(zip, entry, most);
            }
        }
    }

    private static long size(ZipFile zip, ZipEntry entry, long most) throws IOException {
        long size = 0;
        byte[] buffer = new byte[64 << 10];
        try (InputStream in = zip.getInputStream(entry)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                size += count;
                if (size > most) {
                    throw bomb();
                }
            }
        }
        return size;
    }

    private static UnreadableFeedException bomb() {
        return new UnreadableFeedException("Le classeur se décompresse en plus de " + Limits.RATIO
                + " fois sa taille, ou en plus de " + (Limits.UNPACKED >> 20)
                + " Mo\u202F: il est refusé. Publiez plutôt un fichier CSV.");
    }

    /** Looks through one sheet for what is merged; refuses cells that cannot be. */
    static MergedCells merged(Path workbook, String sheetId) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile())) {
            Optional<ZipEntry> sheet = sheet(zip, sheetId);
            if (sheet.isEmpty()) {
                return new MergedCells();
            }
            long texts =
                    find(zip, "xl/sharedStrings.xml").map(ZipEntry::getSize).orElse(0L) / "<si/>".length();
            try (InputStream in = zip.getInputStream(sheet.get())) {
                return merged(FACTORY.createXMLStreamReader(in), texts);
            }
        } catch (XMLStreamException | NumberFormatException e) {
            throw new UnreadableFeedException(
                    "La feuille de calcul n’est pas lisible\u202F: le classeur est abîmé.", e);
        }
    }

    private static MergedCells merged(XMLStreamReader xml, long texts) throws XMLStreamException, IOException {
        var merged = new MergedCells();
        boolean text = false;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "c" -> {
                    text = "s".equals(xml.getAttributeValue(null, "t"));
                    refuseUnlessCell(xml.getAttributeValue(null, "r"));
                }
                case "v" -> refuseUnlessText(text, xml, texts);
                case "mergeCell" -> merged.add(xml.getAttributeValue(null, "ref"));
                default -> {}
            }
        }
        return merged;
    }

    private static void refuseUnlessCell(String reference) throws UnreadableFeedException {
        if (reference != null && !CELL.matcher(reference).matches()) {
            throw new UnreadableFeedException("Une cellule dit se trouver en «\u202F" + reference
                    + "\u202F», ce qui est impossible\u202F: le classeur est abîmé.");
        }
    }

    private static void refuseUnlessText(boolean text, XMLStreamReader xml, long texts)
            throws XMLStreamException, UnreadableFeedException {
        if (text && Long.parseLong(xml.getElementText().strip()) > texts) {
            throw new UnreadableFeedException(
                    "Une cellule renvoie à un texte qui n’existe pas\u202F: le classeur est abîmé.");
        }
    }

    private static Optional<ZipEntry> sheet(ZipFile zip, String sheetId) throws IOException, XMLStreamException {
        Optional<ZipEntry> relations = find(zip, "xl/_rels/workbook.xml.rels");
        if (relations.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = zip.getInputStream(relations.get())) {
            XMLStreamReader xml = FACTORY.createXMLStreamReader(new FilterInputStream(in) {});
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && sheetId.equals(xml.getAttributeValue(null, "Id"))) {
                    String target = String.valueOf(xml.getAttributeValue(null, "Target"));
                    return find(zip, target.startsWith("/") ? target.substring(1) : "xl/" + target);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ZipEntry> find(ZipFile zip, String name) {
        return zip.stream()
                .filter(entry -> entry.getName().equalsIgnoreCase(name))
                .map(ZipEntry.class::cast)
                .findFirst();
    }
}
