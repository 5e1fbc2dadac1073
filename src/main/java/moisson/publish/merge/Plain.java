package moisson.publish.merge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Objects;
import moisson.event.Access;
import moisson.event.Event;
import moisson.event.Hosts;
import moisson.event.Links;
import moisson.event.Place;
import moisson.event.Wording;
import org.jspecify.annotations.Nullable;

/**
 * The last gate before publication: what cannot be written the same way in every format is taken out here, once.
 * Sources are cleaned by the normalizer; this only guards the files.
 */
final class Plain {
    private Plain() {}

    /** An event as every format can write it. */
    static Event event(Event event) {
        Wording wording = event.wording();
        Access access = event.access();
        return new Event(
                event.id(),
                new Wording(
                        Objects.requireNonNullElse(text(wording.title()), "(sans titre)"),
                        text(wording.description()),
                        text(wording.summary()),
                        text(wording.language())),
                event.kind(),
                event.when(),
                place(event.place()),
                new Hosts(texts(event.hosts().organisers()), event.hosts().type()),
                new Access(
                        access.audiences().stream().distinct().toList(),
                        texts(access.themes()),
                        access.free(),
                        text(access.price()),
                        texts(access.accessibility())),
                new Links(url(event.links().page()), url(event.links().registration())));
    }

    private static Place place(Place place) {
        Double latitude = place.latitude();
        Double longitude = place.longitude();
        boolean known =
                latitude != null && longitude != null && Double.isFinite(latitude) && Double.isFinite(longitude);
        return new Place(
                text(place.venue()),
                text(place.address()),
                text(place.postcode()),
                text(place.commune()),
                text(place.communeCode()),
                text(place.department()),
                text(place.departmentCode()),
                text(place.region()),
                text(place.regionCode()),
                place.country(),
                known ? latitude : null,
                known ? longitude : null,
                known ? place.precision() : null);
    }

    /** Without control characters (tab and line feed stay), lone surrogates and non-characters; null when nothing stays. */
    static @Nullable String text(@Nullable String text) {
        if (text == null) {
            return null;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().filter(Plain::writable).forEach(kept::appendCodePoint);
        return kept.toString().isBlank() ? null : kept.toString();
    }

    static List<String> texts(List<String> texts) {
        return texts.stream()
                .map(Plain::text)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** An absolute http(s) URL that is also a valid IRI (RFC 3987), or null when it cannot be made one. */
    static @Nullable String url(@Nullable String url) {
        String text = text(url);
        if (text == null) {
            return null;
        }
        try {
            URI uri = new URI(encoded(text.strip()));
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null ? uri.toString() : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean writable(int c) {
        boolean control = Character.getType(c) == Character.CONTROL && c != '\n' && c != '\t';
        boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        boolean none = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
        return !control && !lone && !none;
    }

    /** Percent-encodes what RFC 3986 does not allow in a URI; a percent sign that encodes nothing becomes %25. */
    private static String encoded(String url) {
        StringBuilder kept = new StringBuilder();
        url.codePoints().forEach(c -> {
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~:/?#[]@!$&'()*+,;=%".indexOf(c) >= 0);
            kept.append(plain ? Character.toString(c) : percent(c));
        });
        return kept.toString().replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }

    private static String percent(int c) {
        StringBuilder bytes = new StringBuilder();
        for (byte part : Character.toString(c).getBytes(UTF_8)) {
            bytes.append("%%%02X".formatted(part & 0xFF));
        }
        return bytes.toString();
    }
}
