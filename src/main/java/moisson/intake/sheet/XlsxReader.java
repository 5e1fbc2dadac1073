package moisson.intake.sheet;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.zip.ZipException;
import moisson.event.Delivery;
import moisson.event.Notice;
import moisson.event.NoticeCode;
import moisson.intake.FeedReader;
import moisson.intake.Mapping;
import moisson.intake.RecordSink;
import moisson.intake.UnreadableFeedException;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** Reads the first sheet of a workbook (XLSX) that has a header row which means something to us, row by row. */
final class XlsxReader implements FeedReader {
    private static final int SHEETS = 50;
    private static final String EXPECTED = "un classeur XLSX";

    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public void read(Delivery delivery, RecordSink sink) throws IOException {
        refuseWhatIsNoWorkbook(delivery);
        try {
            PackedSheet.refuseBombs(delivery.file());
        } catch (ZipException | EOFException e) {
            throw damaged(e);
        }
        try (ReadableWorkbook workbook = open(delivery)) {
            read(delivery, workbook, sink);
        } catch (UnreadableFeedException e) {
            throw e;
        } catch (IOException | ExcelReaderException e) {
            // Not the disk: every byte was unpacked a moment ago.
            throw damaged(e);
        }
    }

    private static UnreadableFeedException damaged(Exception e) {
        return new UnreadableFeedException(
                "Le classeur est abîmé ou incomplet\u202F: " + EXPECTED + " était attendu.", e);
    }

    private static void refuseWhatIsNoWorkbook(Delivery delivery) throws IOException {
        byte[] head;
        try (var in = delivery.open()) {
            head = in.readNBytes(8);
        }
        if (head.length == 0) {
            throw new UnreadableFeedException("Le fichier est vide\u202F: " + EXPECTED + " était attendu.");
        }
        if (head.length == 8 && ReadableWorkbook.isOLE2Header(head)) {
            throw new UnreadableFeedException(
                    "Le fichier est un ancien classeur Excel (XLS), ou un classeur protégé par un"
                            + " mot de passe\u202F: enregistrez-le au format XLSX, sans mot de passe.");
        }
        if (head.length < 4 || head[0] != 'P' || head[1] != 'K') {
            throw new UnreadableFeedException("Le fichier n’est pas " + EXPECTED + ".");
        }
    }

    /** Without its styles when it has none; dates are mere numbers then. */
    private static ReadableWorkbook open(Delivery delivery) throws IOException {
        try {
            return workbook(delivery, true);
        } catch (ExcelReaderException | IOException e) {
            return workbook(delivery, false);
        }
    }

    private static ReadableWorkbook workbook(Delivery delivery, boolean styles) throws IOException {
        try {
            return new ReadableWorkbook(delivery.file().toFile(), new ReadingOptions(styles, true));
        } catch (ExcelReaderException e) {
            throw e;
        } catch (RuntimeException e) {
            // The library trusts what it reads: broken parts show as all sorts of exceptions.
            throw new ExcelReaderException("unreadable parts", e);
        }
    }

    private static void read(Delivery delivery, ReadableWorkbook workbook, RecordSink sink) throws IOException {
        List<Sheet> sheets = workbook.getSheets()
                .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                .limit(SHEETS)
                .toList();
        boolean found = false;
        for (Sheet sheet : sheets) {
            if (found) {
                sink.remark(new Notice(
                        NoticeCode.UNREADABLE_VALUE, "classeur", null, "feuille", String.valueOf(sheet.getName())));
            } else {
                var merged = PackedSheet.merged(delivery.file(), String.valueOf(sheet.getId()));
                found = new SheetRows(sheet, merged, Mapping.of(delivery), sink).read();
            }
        }
        if (!found) {
            throw new UnreadableFeedException(
                    "Aucune feuille du classeur n’a, dans ses vingt premières lignes, un en-tête avec"
                            + " un titre ou une date («\u202Ftitre\u202F», «\u202Fdebut\u202F»\u202F: voir la documentation des colonnes).");
        }
    }
}
