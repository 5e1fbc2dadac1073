package moisson.serve.http;

import java.util.function.BiConsumer;

/** The headers that protect readers, on every answer. */
public final class Headers {
    private static final String CONTENT_SECURITY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; font-src 'self'; worker-src 'self'; form-action 'self'; "
            + "base-uri 'none'; frame-ancestors 'none'";

    private Headers() {}

    public static void protect(BiConsumer<String, String> headers) {
        headers.accept("Content-Security-Policy", CONTENT_SECURITY);
        headers.accept("X-Content-Type-Options", "nosniff");
        headers.accept("X-Frame-Options", "DENY");
        headers.accept("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.accept("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.accept("Cross-Origin-Opener-Policy", "same-origin");
    }
}
