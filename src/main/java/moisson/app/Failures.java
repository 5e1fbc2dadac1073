package moisson.app;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import jakarta.mail.AuthenticationFailedException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import moisson.app.fetch.RefusedException;
import moisson.store.StoreException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.NoHttpResponseException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Says what kept a harvest from being carried out, in French, without addresses that may hold a secret. */
final class Failures {
    private static final String CUT =
            "La réponse de la source s’est interrompue avant la fin : rien n’en est gardé, même après plusieurs essais.";
    private static final int LONGEST_CHAIN = 10;

    private Failures() {}

    static String inWords(Throwable why) {
        Throwable cause = why;
        for (int i = 0; i < LONGEST_CHAIN && cause != null; i++) {
            String words = known(cause);
            if (!words.isEmpty()) {
                return words;
            }
            cause = cause.getCause();
        }
        return "La moisson n’a pas pu être menée : " + why.getClass().getSimpleName()
                + ". Le journal du programme en dit plus.";
    }

    private static String known(Throwable cause) {
        return switch (cause) {
            case RefusedException refused -> refused.getMessage();
            case HttpOperationFailedException http -> http(http.getStatusCode());
            case S3Exception store -> store(store.statusCode());
            case ApiCallTimeoutException e -> "Le serveur de la source n’a pas répondu à temps.";
            case UnknownHostException e -> "Le nom du serveur de la source n’existe pas : vérifiez l’adresse du flux.";
            case SocketTimeoutException e -> "Le serveur de la source n’a pas répondu à temps.";
            case ConnectException e -> "Le serveur de la source est injoignable.";
            case NoRouteToHostException e -> "Le serveur de la source est injoignable.";
            case SSLException e -> "La connexion sûre avec la source a échoué : son certificat est à vérifier.";
            case ConnectionClosedException e -> CUT;
            case MalformedChunkCodingException e -> CUT;
            case NoHttpResponseException e -> CUT;
            case EOFException e -> CUT;
            case ZipException e -> "La réponse compressée de la source est abîmée.";
            case SocketException e -> "La connexion avec la source a été coupée.";
            case JSchHostKeyException e ->
                "Le serveur SFTP ne présente pas la clé attendue : demandez-la au partenaire par un autre moyen, et"
                        + " mettez-la dans le fichier des serveurs connus.";
            case JSchException e ->
                // The library has no class of its own for this.
                String.valueOf(e.getMessage()).startsWith("Auth")
                        ? "Le serveur SFTP refuse le nom, le mot de passe ou la clé."
                        : "";
            case AuthenticationFailedException e -> "Le serveur de courrier refuse le nom ou le mot de passe.";
            case StoreException e -> String.valueOf(e.getMessage());
            default -> "";
        };
    }

    private static String store(int status) {
        String sentence = "Le stockage d’objets a répondu HTTP " + status + ".";
        return switch (status) {
            case 401, 403 ->
                sentence + " Il refuse la clé : vérifiez-la, ses droits de lister et de lire, et la région.";
            case 404 -> sentence + " Il n’a pas ce seau, ou plus cet objet : vérifiez « bucket » et « endpoint ».";
            case 412 -> sentence + " L’objet a changé entre-temps : la prochaine moisson prévue prendra le nouveau.";
            default -> status >= 500 ? sentence + " Il est en panne, même après plusieurs essais." : sentence;
        };
    }

    private static String http(int status) {
        String sentence = "La source a répondu HTTP " + status + ".";
        return switch (status) {
            case 401, 403 -> sentence + " Elle demande une autorisation : vérifiez la clé ou le mot de passe.";
            case 404, 410 -> sentence + " Le flux n’est plus à cette adresse : demandez la nouvelle au partenaire.";
            case 429 -> sentence + " Elle est interrogée trop souvent : espacez les moissons.";
            default -> status >= 500 ? sentence + " Son serveur est en panne, même après plusieurs essais." : sentence;
        };
    }
}
