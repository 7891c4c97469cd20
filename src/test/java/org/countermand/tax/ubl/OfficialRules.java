package org.countermand.tax.ubl;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.io.resource.inmemory.ReadableResourceByteArray;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.IValidationExecutorSet;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.en16931.EN16931Validation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import com.helger.phive.xrechnung.XRechnungValidation;
import java.util.List;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The rules of the standard's own committee (EN 16931 1.3.16) and of KoSIT (XRechnung), as they
 * publish them. They take seconds to load, once for all tests of a process.
 */
public final class OfficialRules {

  /**
   * Tells each step of each document; held, because a logger that nobody holds forgets its level.
   */
  private static final Logger LOG = Logger.getLogger("com.helger");

  private static final ValidationExecutorSetRegistry<IValidationSourceXML> ALL =
      new ValidationExecutorSetRegistry<>();

  static {
    LOG.setLevel(Level.WARNING);
    EN16931Validation.initEN16931(ALL);
    XRechnungValidation.initXRechnung(ALL);
  }

  private OfficialRules() {}

  /** What EN 16931 says against a UBL credit note, warnings too: {@code BR-CO-15 …}. */
  public static List<String> findings(byte[] creditNote) {
    return findings(creditNote, EN16931Validation.VID_UBL_CREDIT_NOTE_1316);
  }

  /** What XRechnung says against it beside that. */
  public static List<String> xrechnung(byte[] creditNote) {
    return findings(creditNote, XRechnungValidation.VID_XRECHNUNG_UBL_CREDITNOTE_302);
  }

  private static List<String> findings(byte[] xml, DVRCoordinate rules) {
    IValidationExecutorSet<IValidationSourceXML> set = ALL.getOfID(rules);
    return ValidationExecutionManager.executeValidation(
            IValidityDeterminator.createDefault(),
            set,
            ValidationSourceXML.create(new ReadableResourceByteArray("note.xml", xml)),
            Locale.ENGLISH)
        .getAllFailures()
        .stream()
        .map(found -> found.getErrorID() + " " + found.getErrorText(Locale.ENGLISH))
        .toList();
  }
}
