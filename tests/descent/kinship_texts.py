"""Invented reports for the tests of kinship: a ferry aground, told twice, and reworded; a bakery fire."""

__all__ = ["BAKERY", "FERRY_BY_ANOTHER", "FERRY_BY_ONE", "FERRY_REWORDED", "VINEYARD", "VINEYARD_REWORDED"]

FERRY_BY_ONE = (
    "The ferry Halcyon ran onto a sandbank off Tessel Point on Monday evening with 212 people on board. "
    "Nobody was hurt, although several passengers were treated for shock in the terminal. "
    "Captain Ilsa Morn told the harbour board that the steering had failed minutes before. "
    '"We felt a long, slow shudder and then silence," she said. '
    "Two tugs from Brannick pulled the vessel free at high water shortly after midnight. "
    "Divers will examine the hull before the crossing to Lorne reopens, the operator Sund Line announced."
)
FERRY_REWORDED = (
    "On Monday evening, 212 people were aboard the ferry Halcyon when it became stuck on a sandbank near Tessel Point. "
    "There were no injuries, though a number of passengers received treatment for shock at the terminal. "
    "According to Captain Ilsa Morn, who spoke to the harbour board, the steering gave out a few minutes earlier. "
    '"We felt a long, slow shudder and then silence," Morn recalled. '
    "Shortly after midnight, at high water, the vessel was pulled free by two tugs sent from Brannick. "
    "The operator, Sund Line, announced that the hull would be examined by divers before the Lorne crossing reopens."
)
FERRY_BY_ANOTHER = (
    "Commuters faced a night on hard benches after one of Sund Line's ships got stuck in shallow water near Tessel "
    "Point. "
    "The Halcyon carried 212 travellers, many of them pupils on their way home from a choir festival. "
    "Coastguard officers spent five hours handing out blankets while they waited for the tide. "
    '"We felt a long, slow shudder and then silence," Captain Ilsa Morn said. '
    "An inquiry into what went wrong is expected to take a month. "
    "Lorne's mayor, Pell Argent, demanded newer boats and called the fleet a museum."
)
BAKERY = (
    "A fire destroyed the oldest bakery in Quillan early on Thursday, the brigade reported. "
    "Nobody was hurt, although three neighbours were treated for smoke at the clinic. "
    "Owner Tomas Reth told the town council that an oven had failed overnight. "
    "Two engines from Averley brought the blaze under control shortly before dawn. "
    "Inspectors will examine the chimney before the street reopens, the council announced."
)
VINEYARD = (
    "Growers in the Ombra valley will pull up a quarter of their vines this winter because cheap imports have halved "
    "the price of table wine. "
    "The cooperative's ledger, which goes back to 1911, shows no worse season. "
    "Members voted by 84 to 19 to plant almonds on the steepest terraces. "
    "The first saplings arrive from Corvane in February."
)
VINEYARD_REWORDED = (
    "A quarter of the vines in the Ombra valley are to be pulled up by growers this winter, since cheap imports have "
    "halved what table wine fetches. "
    "No worse season appears in the ledger of the cooperative, which dates back to 1911. "
    "By 84 votes to 19, members decided that almonds would be planted on the steepest terraces. "
    "From Corvane, the first saplings are due in February."
)
