package org.countermand.channel.csv;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countermand.kernel.Jurisdiction;

/** The shop's names of countries. */
final class RetailCountries {

  /**
   * The shop sells from the United Kingdom, so that is where a buyer is whose country nobody noted.
   * Regions that are no country stand for the one that most of their people live in.
   */
  private static final String NAMES =
      """
      United Kingdom=GB
      Unspecified=GB
      Australia=AU
      Austria=AT
      Bahrain=BH
      Belgium=BE
      Bermuda=BM
      Brazil=BR
      Canada=CA
      Channel Islands=JE
      Cyprus=CY
      Czech Republic=CZ
      Denmark=DK
      EIRE=IE
      Finland=FI
      France=FR
      Germany=DE
      Greece=GR
      Hong Kong=HK
      Iceland=IS
      Israel=IL
      Italy=IT
      Japan=JP
      Korea=KR
      Lebanon=LB
      Lithuania=LT
      Malta=MT
      Netherlands=NL
      Nigeria=NG
      Norway=NO
      Poland=PL
      Portugal=PT
      RSA=ZA
      Saudi Arabia=SA
      Singapore=SG
      Spain=ES
      Sweden=SE
      Switzerland=CH
      Thailand=TH
      USA=US
      United Arab Emirates=AE
      West Indies=JM
      """;

  private static final Map<String, Jurisdiction> COUNTRIES =
      NAMES
          .lines()
          .map(line -> Arrays.asList(line.split("=", -1)))
          .collect(
              Collectors.toUnmodifiableMap(
                  pair -> pair.get(0), pair -> Jurisdiction.of(pair.get(1))));

  private RetailCountries() {}

  static Optional<Jurisdiction> find(String name) {
    return Optional.ofNullable(COUNTRIES.get(name));
  }
}
