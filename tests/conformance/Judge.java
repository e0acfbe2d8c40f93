import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Judges PDF files: Judge STANDARDS FILE..., with the standards as veraPDF calls them ("ua1,2a").
 * Prints a line "standard TAB file" per judgement and one indented line per broken rule; ends with 1 when any was broken.
 */
public final class Judge {
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        boolean allConform = true;
        for (int index = 1; index < arguments.length; index++) {
            for (String standard : arguments[0].split(",")) {
                Map<String, String> broken = brokenRules(new File(arguments[index]), standard);
                System.out.println(standard + "\t" + arguments[index] + "\t" + (broken.isEmpty() ? "conforms" : "broken"));
                broken.forEach((rule, message) -> System.out.println("  " + rule + ": " + message));
                allConform &= broken.isEmpty();
            }
        }
        System.exit(allConform ? 0 : 1);
    }

    /** Rule number to the message of its first failure. */
    private static Map<String, String> brokenRules(File file, String standard) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(standard);
        Map<String, String> broken = new LinkedHashMap<>();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                    broken.putIfAbsent(rule, String.valueOf(assertion.getMessage()).replace('\n', ' '));
                }
            }
            if (!result.isCompliant() && broken.isEmpty()) {
                broken.put("?", "does not conform");
            }
        }
        return broken;
    }
}
