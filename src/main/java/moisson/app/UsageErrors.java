package moisson.app;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in French what was wrong with a command line, then where to read more. */
final class UsageErrors {
    private UsageErrors() {}

    static int told(ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(sentence(wrong));
        err.println("Voir : " + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return Moisson.BAD_USAGE;
    }

    private static String sentence(ParameterException wrong) {
        return switch (wrong) {
            case UnmatchedArgumentException unknown ->
                (unknown.getUnmatched().size() == 1 ? "Mot inconnu : " : "Mots inconnus : ")
                        + unknown.getUnmatched().stream()
                                .map(word -> "« " + word + " »")
                                .collect(Collectors.joining(", "))
                        + ".";
            case MissingParameterException missing ->
                "Il manque : "
                        + missing.getMissing().stream().map(UsageErrors::name).collect(Collectors.joining(", "))
                        + ".";
            default -> wrong(wrong);
        };
    }

    private static String wrong(ParameterException wrong) {
        ArgSpec spec = wrong.getArgSpec();
        String value = wrong.getValue();
        return spec == null || value == null
                ? String.valueOf(wrong.getMessage())
                : "« " + value + " » ne convient pas pour " + name(spec) + ".";
    }

    private static String name(ArgSpec spec) {
        return spec instanceof OptionSpec option
                ? option.longestName() + (option.arity().max() == 0 ? "" : " " + option.paramLabel())
                : spec.paramLabel();
    }
}
