package moisson.serve.http;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What is said when a request fails before or beside our own pages: one plain sentence, no trace. */
public final class PlainErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Headers.protect((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/plain; charset=utf-8");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        Content.Sink.write(response, true, sentence(response.getStatus()), callback);
        return true;
    }

    private static String sentence(int status) {
        return switch (status) {
            case 404 -> "Erreur 404 : cette page n’existe pas.\n";
            case 413 -> "Erreur 413 : la demande est trop longue.\n";
            case 414, 431 -> "Erreur " + status + " : l’adresse ou les en-têtes de la demande sont trop longs.\n";
            default ->
                status >= 500
                        ? "Erreur " + status + " : le service n’a pas pu répondre. Réessayez dans un moment.\n"
                        : "Erreur " + status + " : la demande n’a pas pu être comprise.\n";
        };
    }
}
