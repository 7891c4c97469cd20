package org.countermand.sandbox.demo;

import java.time.Instant;
import java.util.List;

/** The orders of the demonstration, as a table that can be read beside the portal. */
final class OrderBook {

  private static final String ORDERS =
      """
      # number | buyer               | to    | ago    | stage       | money      | items                           | also
      L-1001   | Ana Keller          | DE de | PT40M  | NOT_STARTED | captured   | LAMP-ASH MUG*4                  | shipping confirm
      L-1002   | Jonas Weber         | DE de | PT50M  | PACKED      | captured   | CHAIR-OAK*2                     | shipping confirm
      L-1003   | Claire Moreau       | FR fr | PT55M  | HANDED_OVER | captured   | VASE CANDLE*6                   | shipping confirm
      L-1004   | Emily Carter        | GB en | PT1H   | NOT_STARTED | authorized | SHEET                           | shipping confirm
      L-1005   | Yuki Tanaka         | JP en | PT70M  | ALLOCATED   | captured   | BOWL*6 PLATE*6                  | shipping
      L-1006   | Daniel Brooks       | US en | PT80M  | NOT_STARTED | authorized | BLANKET*2 CANDLE*3              | shipping
      L-1007   | Sophie Huber        | AT de | PT90M  | PICKING     | captured   | LAMP-FLOOR                      | shipping
      L-1008   | Pieter de Vries     | NL en | PT2H   | NOT_STARTED | captured   | TOWEL*7                         | shipping discount gift:2500
      L-1009   | Luca Meier          | CH de | PT2H   | ALLOCATED   | authorized | STOOL*2                         | shipping
      L-1010   | Café Morgenrot      | DE de | PT3H   | NOT_STARTED | captured   | MUG*48 PLATE*48 BOWL*24         | shipping business discount
      L-1011   | Marie Dubois        | FR fr | PT3H   | NOT_STARTED | captured   | SHEET*2 WRAP                    | shipping credit:4000
      L-1012   | Oliver Hughes       | GB en | PT4H   | PICKING     | captured   | LAMP-ASH*2                      | shipping second:6000
      L-1013   | Lea Schneider       | DE de | PT4H   | ALLOCATED   | captured   | BOARD-NAME TOWEL*2              | shipping
      L-1014   | Haruto Sato         | JP en | PT5H   | NOT_STARTED | authorized | VASE                            | shipping
      L-1015   | Grace Miller        | US en | PT5H   | ALLOCATED   | captured   | CHAIR-OAK*4                     | shipping
      L-1016   | Felix Wagner        | DE de | PT6H   | NOT_STARTED | authorized | LAMP-FLOOR MUG*2                | shipping
      L-1017   | Chloé Lefèvre       | FR fr | PT6H   | PACKED      | captured   | BOWL*3                          | shipping
      L-1018   | Noah Jansen         | NL en | PT7H   | NOT_STARTED | captured   | BLANKET                         | shipping
      L-1019   | Hotel Seeblick      | AT de | PT8H   | ALLOCATED   | captured   | SHEET*20 TOWEL*60               | business
      L-1020   | Amelia Wright       | GB en | PT9H   | NOT_STARTED | captured   | CANDLE*12                       | shipping discount
      L-1021   | Mia Hoffmann        | DE de | PT10H  | NOT_STARTED | captured   | STOOL GIFTCARD                  | shipping
      L-1022   | Giulia Romano       | IT it | PT11H  | ALLOCATED   | captured   | PLATE*8                         | shipping
      L-1023   | Aoife Byrne         | IE en | PT12H  | NOT_STARTED | authorized | LAMP-ASH                        | shipping
      L-1024   | Ben Fischer         | DE de | PT13H  | HANDED_OVER | captured   | MUG*2                           | shipping
      L-1025   | Ren Suzuki          | JP en | PT14H  | PICKING     | captured   | TOWEL*5                         | shipping
      L-1026   | Lucas Peeters       | BE fr | PT15H  | NOT_STARTED | captured   | VASE*2 CANDLE*4                 | shipping
      L-1027   | Ava Thompson        | US en | PT16H  | NOT_STARTED | captured   | SHEET                           | shipping discount
      L-1028   | Paul Becker         | DE de | PT18H  | ALLOCATED   | authorized | CHAIR-OAK                       | shipping
      L-1029   | Nina Baumann        | CH de | PT20H  | NOT_STARTED | captured   | LAMP-ASH BLANKET                | shipping
      L-1030   | Studio Nord         | DE de | P1D    | NOT_STARTED | authorized | STOOL*6 LAMP-FLOOR*2            | shipping business
      L-1031   | Camille Laurent     | FR fr | P1D    | ALLOCATED   | captured   | MUG*6                           | shipping discount
      L-1032   | Jack Robinson       | GB en | P1D    | PACKED      | captured   | CHAIR-OAK                       | shipping
      L-1033   | Emma Schulz         | DE de | P1D    | NOT_STARTED | captured   | SHEET TOWEL*4 CANDLE*2          | shipping
      L-1034   | Tim Koch            | DE de | P1D    | NOT_STARTED | captured   | LAMP-FLOOR                      | marketplace
      L-1035   | Sara Bakker         | NL en | P2D    | HANDED_OVER | captured   | BLANKET*2                       | shipping
      L-1036   | Hannah Gruber       | AT de | P2D    | NOT_STARTED | captured   | BOWL*4 PLATE*4                  | shipping
      L-1037   | Aoi Yamamoto        | JP en | P2D    | NOT_STARTED | captured   | LAMP-ASH                        | shipping
      L-1038   | Ethan Clark         | US en | P2D    | PICKING     | authorized | STOOL*2 VASE                    | shipping
      L-1039   | Clara Zimmermann    | DE de | P2D    | ALLOCATED   | captured   | TOWEL*12                        | discount
      L-1040   | Hugo Bernard        | FR fr | P3D    | HANDED_OVER | captured   | CHAIR-OAK*2                     | shipping
      L-1041   | Lily Evans          | GB en | P3D    | NOT_STARTED | captured   | PLATE*6 BOWL*6                  | shipping
      L-1042   | Max Richter         | DE de | P3D    | NOT_STARTED | captured   | BLANKET                         | shipping
      L-1043   | Leonie Wolf         | DE de | P3D    | ALLOCATED   | authorized | VASE                            | shipping
      L-1044   | Bistro Quai         | FR fr | P4D    | NOT_STARTED | captured   | PLATE*30 MUG*30                 | shipping business
      L-1045   | Finn Neumann        | DE de | P4D    | ALLOCATED   | authorized | LAMP-ASH*2 CANDLE*4             | shipping
      L-1046   | Ruby Walker         | GB en | P4D    | NOT_STARTED | captured   | SHEET                           | shipping
      L-1047   | Anton Braun         | DE de | P5D    | PICKING     | captured   | MUG*10                          | shipping gift:2000
      L-1048   | Inès Fontaine       | FR fr | P5D    | NOT_STARTED | captured   | STOOL                           | shipping
      L-1049   | Mila Krüger         | DE de | P5D    | ALLOCATED   | captured   | CHAIR-OAK                       | shipping
      L-1050   | Henry Scott         | GB en | P6D    | NOT_STARTED | captured   | VASE                            | shipping
      L-1051   | Emil Lange          | DE de | P6D    | PACKED      | captured   | LAMP-FLOOR                      | shipping
      L-1052   | Zoë Visser          | NL en | P7D    | NOT_STARTED | captured   | TOWEL*6 CANDLE*6                | shipping
      L-1053   | Harper Lewis        | US en | P8D    | HANDED_OVER | captured   | LAMP-ASH                        | shipping
      L-1054   | Ida Vogel           | DE de | P10D   | ALLOCATED   | captured   | BLANKET SHEET                   | shipping
      L-1055   | Theo Simon          | BE fr | P12D   | NOT_STARTED | captured   | BOARD-NAME                      | shipping
      L-1056   | Greta Sommer        | DE de | P17D   | NOT_STARTED | captured   | LAMP-FLOOR                      | shipping
      L-1057   | Arthur Petit        | FR fr | P20D   | ALLOCATED   | captured   | CHAIR-OAK*2                     | shipping
      L-1058   | Sophia Turner       | US en | P24D   | NOT_STARTED | captured   | SHEET BLANKET                   | shipping
      L-1059   | Karl Otto           | DE de | P30D   | HANDED_OVER | captured   | STOOL*2                         | shipping
      L-1060   | Isla Cooper         | GB en | P45D   | DELIVERED   | captured   | MUG*2 BOWL*2                    | shipping
      L-1071   | Ella Morgan         | US en | PT30M  | NOT_STARTED | captured   | LAMP-ASH CANDLE*3               | shipping from100
      L-1072   | Urs Keller          | CH de | PT35M  | ALLOCATED   | captured   | MUG*3 BOWL                      | shipping duty
      """;

  private static final List<Entry> ENTRIES =
      ORDERS.lines().filter(line -> !line.startsWith("#")).map(Entry::parse).toList();

  private OrderBook() {}

  /** All of them; the first is the first to be placed. */
  static List<Entry> entries() {
    return ENTRIES;
  }

  /** The one with this number. */
  static Entry entry(String number) {
    return ENTRIES.stream()
        .filter(entry -> entry.number().equals(number))
        .findFirst()
        .orElseThrow();
  }

  /** The start from which all ages count, told by when the first order was placed. */
  static Instant start(Instant firstPlaced) {
    return firstPlaced.plus(ENTRIES.get(0).age());
  }
}
