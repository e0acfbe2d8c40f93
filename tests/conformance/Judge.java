import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
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
 * Judges PDF files, one after another, since its start and its reading of the rules take longer than a file does.
 * Reads lines "STANDARD TAB FILE", with the standard as veraPDF calls it ("ua1", "3a"). Answers each with one indented
 * line per broken rule and then "conforms" or "broken". Ends when there is nothing more to read.
 */
public final class Judge {
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = asked.readLine(); line != null; line = asked.readLine()) {
            String[] parts = line.split("\t", 2);
            Map<String, String> broken = brokenRules(new File(parts[1]), parts[0]);
            broken.forEach((rule, message) -> System.out.println("  " + rule + ": " + message));
            System.out.println(broken.isEmpty() ? "conforms" : "broken");
        }
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
