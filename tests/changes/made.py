"""Alterations made to order: invented reports, a rewrite of each that alters nothing, and what may be altered in it."""

from typing import NamedTuple


class Edit(NamedTuple):
    """Words of the rewrite, what they are replaced by, and the kinds that name the change."""

    old: str
    new: str
    kinds: tuple[str, ...]


class Story(NamedTuple):
    report: str
    rewrite: str
    edits: tuple[Edit, ...]


_DAM_REPORT = """Engineers urge Tarvik to delay reopening of Ostrell dam

State engineers have advised the province of Tarvik to delay the reopening of the Ostrell dam, fearing that cracks in its eastern wall could widen during the spring floods, according to three officials with knowledge of the inspection.

The dam was closed on March 3 after a landslide killed 14 workers and injured about 60 people in the village of Lower Senn.

Governor Maren Oldfast told the regional assembly on Tuesday that the province would not reopen the dam before the inspection was finished.

"We will not gamble with the lives of the people below the wall," Oldfast said. "Nobody should return to Lower Senn until the engineers have signed the report."

The power company Helvar Hydro denied that it had ignored warnings about the eastern wall.

"We acted on every report that reached us, and we informed the ministry on the same day," said Joren Pell, the company's chief engineer.

The Ministry of Water said the repairs may cost $45 million and could last until November.

A spokesman for the miners' union, Daviel Corrow, said more than 300 families were still living in schools and sports halls.

Asked whether the ministry had approved the use of cheaper concrete, Water Minister Ilse Brandt declined to answer.

Residents should not drink water from the wells near the river, the health office said.

Some villagers have clashed with guards at the site since the closure, police said.

The provincial court suspended the company's licence on Friday and allowed the union to inspect the wall.

Helvar Hydro supports an independent inquiry, Pell said."""

_DAM_REWRITE = """Tarvik urged by engineers to hold off on reopening Ostrell dam

Engineers working for the state have told the province of Tarvik that it should delay reopening the Ostrell dam, since they fear cracks in the eastern wall could grow wider when the spring floods come, three officials with knowledge of the inspection said.

A landslide on March 3 that killed 14 workers and injured some 60 people in Lower Senn led to the closing of the dam.

On Tuesday, Governor Maren Oldfast said in the regional assembly that the province would not reopen the dam until the inspection had been finished.

"We will not gamble with the lives of the people below the wall," Oldfast said. "Nobody should return to Lower Senn until the engineers have signed the report."

Helvar Hydro, the power company, has denied that it ignored warnings about the eastern wall.

"We acted on every report that reached us, and we informed the ministry on the same day," Joren Pell, chief engineer of the company, said.

According to the Ministry of Water, the repairs may cost $45 million and could go on until November.

More than 300 families are still living in schools and sports halls, said Daviel Corrow, a spokesman for the miners' union.

Water Minister Ilse Brandt declined to answer when asked whether the ministry had approved the use of cheaper concrete.

The health office said residents should not drink water from wells near the river.

Police said some villagers have clashed with guards at the site since it was closed.

On Friday the provincial court suspended the licence of the company and allowed the union to inspect the wall.

Pell said that Helvar Hydro supports an independent inquiry."""

_DAM_EDITS = (
    Edit("hold off on reopening", "abandon", ("meaning",)),
    Edit("killed 14 workers", "killed 41 workers", ("figure",)),
    Edit("injured some 60 people", "injured many people", ("figure",)),
    Edit("A landslide on March 3", "A landslide on March 8", ("date",)),
    Edit("On Tuesday, Governor", "On Thursday, Governor", ("date",)),
    Edit("Governor Maren Oldfast", "Governor Maren Oldfest", ("name",)),
    Edit("would not reopen the dam until", "would reopen the dam after", ("meaning",)),
    Edit("We will not gamble with", "We will gamble with", ("quotation",)),
    Edit("have signed the report", "have begun to fill the lake again", ("quotation",)),
    Edit("Helvar Hydro, the power company, has denied that it ignored warnings about the eastern wall.\n\n", "", ("denial_absent",)),
    Edit("informed the ministry on the same day", "informed the ministry a month later", ("quotation",)),
    Edit("Joren Pell, chief", "Joren Pelk, chief", ("name",)),
    Edit("According to the Ministry of Water, the", "The", ("attribution_lost",)),
    Edit("According to the Ministry of Water", "According to the Ministry of Finance", ("attribution_changed",)),
    Edit("repairs may cost $45 million", "repairs will cost $45 million", ("meaning", "hedge_lost")),
    Edit("$45 million", "$54 million", ("figure",)),
    Edit("More than 300 families", "More than 800 families", ("figure",)),
    Edit(", said Daviel Corrow, a spokesman for the miners' union.", ".", ("attribution_lost",)),
    Edit("declined to answer when asked whether the ministry had approved", "said the ministry had approved", ("meaning",)),
    Edit("residents should not drink", "residents are not allowed to drink", ("meaning",)),
    Edit("some villagers have clashed", "most villagers have clashed", ("meaning",)),
    Edit("suspended the licence", "cancelled the licence", ("meaning",)),
    Edit("allowed the union", "forbade the union", ("meaning",)),
    Edit("supports an independent inquiry", "opposes an independent inquiry", ("meaning",)),
    Edit("Pell said that Helvar Hydro supports an independent inquiry.", 'Pell said that Helvar Hydro "supports an independent inquiry now".', ("quotation_made",)),
)

_PORT_REPORT = """Customs officers at the port of Quillon said on Monday that they had seized 2.5 tonnes of contraband amber hidden in 12 containers of timber.

The containers arrived from Besmark aboard the freighter Lady Anwen last Thursday, the officers said, and were believed to be bound for a warehouse in Carrow Mill.

Two men from Besmark were questioned by the harbour police and released without charge.

"This is the largest find in the history of the port, and we think there is more to come," said Commander Petra Lindqvall, who leads the customs office.

The shipping line Norrgate denied that its crew knew about the amber.

"Our crew did nothing wrong and our captain called the police himself," a Norrgate spokeswoman, Hanne Orsted, said in a statement.

The Trade Ministry reported that exports of amber rose 18 percent last year, to $210 million.

Prosecutors are considering charges against the owner of the warehouse, Emil Tarrant, according to a court document.

Tarrant's lawyer, Rosa Whitcombe, said her client was innocent and had agreed to meet investigators.

The mayor of Quillon, Aldous Ferro, asked the government to send 40 more officers.

Dock workers have long expressed concern about armed smugglers on the northern quay, the union said.

About 1,100 ships called at the port in the first half of the year.

The customs office could possibly open a second scanner in June, Lindqvall said."""

_PORT_REWRITE = """Officers of the customs service in the port of Quillon announced on Monday that they had seized 2.5 tonnes of amber, which was contraband and had been hidden among timber in 12 containers.

Aboard the freighter Lady Anwen, the containers had come from Besmark last Thursday and were believed to be on their way to a warehouse in Carrow Mill, according to the officers.

The harbour police questioned two men from Besmark and released them without charge.

Commander Petra Lindqvall, the head of the customs office, said: "This is the largest find in the history of the port, and we think there is more to come."

Norrgate, the shipping line, denied that the crew had known about the amber.

In a statement, Norrgate spokeswoman Hanne Orsted said: "Our crew did nothing wrong and our captain called the police himself."

Amber exports rose 18 percent to $210 million last year, the Trade Ministry reported.

According to a court document, prosecutors are considering charges against Emil Tarrant, who owns the warehouse.

Rosa Whitcombe, Tarrant's lawyer, said that her client was innocent and had agreed to a meeting with investigators.

Aldous Ferro, the mayor of Quillon, asked the government for 40 more officers.

The union said dock workers had long expressed concern about armed smugglers on the northern quay.

Some 1,100 ships called at the port during the first half of the year.

Lindqvall said the customs office could possibly open a second scanner in June."""

_PORT_EDITS = (
    Edit("2.5 tonnes", "5.2 tonnes", ("figure",)),
    Edit("12 containers", "several containers", ("figure",)),
    Edit("announced on Monday", "announced on Wednesday", ("date",)),
    Edit("were believed to be on their way", "were on their way", ("hedge_lost",)),
    Edit("released them without charge", "released them with charges", ("meaning",)),
    Edit("Petra Lindqvall, the head", "Petra Lindquall, the head", ("name",)),
    Edit("we think there is more to come", "we think there is nothing more to come", ("quotation",)),
    Edit("Norrgate, the shipping line, denied that the crew had known about the amber.\n\n", "", ("denial_absent",)),
    Edit("Our crew did nothing wrong and", "Our crew did wrong but", ("quotation",)),
    Edit("called the police himself", "ran away from the police", ("quotation",)),
    Edit("exports rose 18 percent", "exports fell 18 percent", ("meaning",)),
    Edit("rose 18 percent", "rose 81 percent", ("figure",)),
    Edit("the Trade Ministry reported", "the Finance Ministry reported", ("attribution_changed",)),
    Edit(", the Trade Ministry reported.", ".", ("attribution_lost",)),
    Edit("prosecutors are considering charges against", "prosecutors have approved charges against", ("meaning",)),
    Edit("her client was innocent", "her client was guilty", ("meaning",)),
    Edit("had agreed to a meeting", "had not agreed to a meeting", ("meaning",)),
    Edit("asked the government for 40", "demanded from the government 40", ("meaning",)),
    Edit("expressed concern about", "expressed panic about", ("meaning",)),
    Edit("Some 1,100 ships", "Some 7,100 ships", ("figure",)),
    Edit("could possibly open", "will open", ("hedge_lost", "meaning")),
    Edit("northern quay", "southern quay", ("meaning",)),
)

_VOTE_REPORT = """Senate of Dorvalia postpones vote on rail strike law

The Senate of Dorvalia postponed a vote on Thursday on a law that would restrict strikes on the railways, after nine members of the governing coalition said they could not support it.

Prime Minister Anselm Kerrigan had pressed the chamber to pass the law before the summer recess.

"The law protects travellers, and it takes no right away from any worker," Kerrigan told reporters outside the chamber.

Railway workers have held 23 strikes since January, costing the economy as much as 90 million crowns, the Statistics Office said.

Union leader Brigid Solvay rejected the government's figures and said that the true cost was far lower.

"They count every late train as a strike, and nobody in this country believes them," Solvay said.

The opposition leader, Tomas Wrenfield, said his party would vote against the law.

Two senators from the coalition may leave the party, people familiar with the talks said.

Solvay will meet Transport Minister Ludo Haagen on June 12 in the town of Ferrowick.

The union often calls short strikes at weekends, Haagen's office said.

A spokesperson for the prime minister did not respond to a request for comment.

Police said four people were injured in a scuffle outside the station in Ferrowick on Wednesday.

The European Rail Forum criticized the plan, saying that it would weaken safety."""

_VOTE_REWRITE = """Dorvalian Senate puts off vote on law about rail strikes

A vote on a law to restrict railway strikes was postponed by the Senate of Dorvalia on Thursday when nine members of the governing coalition said that they could not support it.

Anselm Kerrigan, the prime minister, had pressed the Senate to pass the law ahead of the summer recess.

Outside the chamber, Kerrigan told reporters: "The law protects travellers, and it takes no right away from any worker."

The Statistics Office said the 23 strikes that railway workers have held since January cost the economy up to 90 million crowns.

The government's figures were rejected by union leader Brigid Solvay, who said the true cost was far lower.

"They count every late train as a strike, and nobody in this country believes them," she said.

Tomas Wrenfield, who leads the opposition, said that his party would vote against the law.

People familiar with the talks said two coalition senators may leave the party.

On June 12, Solvay will meet Ludo Haagen, the transport minister, in the town of Ferrowick.

The office of Haagen said the union often calls short strikes at weekends.

The prime minister's spokesperson did not respond when asked for comment.

Four people were injured on Wednesday in a scuffle outside Ferrowick station, police said.

The plan was criticized by the European Rail Forum, which said it would weaken safety."""

_VOTE_EDITS = (
    Edit("puts off vote", "cancels vote", ("meaning",)),
    Edit("that they could not support it", "that they could support it", ("meaning",)),
    Edit("nine members", "five members", ("figure",)),
    Edit("Anselm Kerrigan", "Anselm Kerigan", ("name",)),
    Edit("it takes no right away from any worker", "it takes every right away from the workers", ("quotation",)),
    Edit("23 strikes", "32 strikes", ("figure",)),
    Edit("up to 90 million", "more than 90 million", ("figure",)),
    Edit("The Statistics Office said", "The Central Bank said", ("attribution_changed",)),
    Edit("the true cost was far lower", "the true cost was far higher", ("meaning",)),
    Edit("nobody in this country believes them", "nobody in this country doubts them", ("quotation",)),
    Edit("would vote against the law", "would not vote against the law", ("meaning",)),
    Edit("People familiar with the talks said two", "Two", ("attribution_lost",)),
    Edit("senators may leave", "senators will leave", ("meaning", "hedge_lost")),
    Edit("On June 12", "On June 21", ("date",)),
    Edit("Ludo Haagen, the", "Ludo Hagen, the", ("name",)),
    Edit("the union often calls", "the union always calls", ("meaning",)),
    Edit("Four people were injured", "Four people were killed", ("meaning",)),
    Edit("on Wednesday in a scuffle", "on Monday in a scuffle", ("date",)),
    Edit("outside Ferrowick station, police said", "outside Ferrowick station, witnesses said", ("attribution_changed",)),
    Edit("weaken safety", "strengthen safety", ("meaning",)),
    Edit("was criticized by", "was praised by", ("meaning",)),
)
_RAIL_REPORT = """A night train carrying 212 passengers left the rails near the village of Hollin Ford early on Saturday, killing at least seven people and injuring dozens more, the Interior Ministry of Ardenmark said.

Investigators believe that the train, the 23:40 service from Port Selwick to Grauburg, was travelling at about 140 kilometres an hour, twice the permitted speed, when it entered a curve above the river Tessen.

"I heard a noise like thunder, and then everything was dark and people were screaming," said Agnes Holloway, a nurse who was in the third carriage.

The driver, a 51-year-old man with 20 years of service, was taken to hospital and has not yet been questioned, said Inspector Conrad Veit of the railway police.

Transport Minister Lucia Amsel denied that budget cuts had delayed the installation of automatic brakes on the line.

"Not a single krone was taken away from safety, and the brakes on this line were ordered two years ago," Amsel told the broadcaster Radio Tessen.

The opposition demanded the resignation of the minister, and the trade union of the engine drivers said that it had warned of the curve three times since 2019.

The railway company Norbahn said it would suspend all night services until Wednesday.

A senior official at Norbahn said the recorder of the locomotive might have been damaged by the fire.

Prime Minister Edvard Lisle is to visit the site on Monday and may declare a day of mourning.

The line, which was built in 1911, is used by some 4,000 commuters a day.

Norbahn's shares fell 6 percent."""

_RAIL_REWRITE = """At least seven people died and dozens of others were hurt when a night train with 212 passengers on board was derailed in the early hours of Saturday close to Hollin Ford, according to Ardenmark's Interior Ministry.

The 23:40 train from Port Selwick to Grauburg is believed by investigators to have been running at around 140 kilometres an hour, double the speed allowed, as it came into a bend over the river Tessen.

Agnes Holloway, a nurse travelling in the third carriage, said: "I heard a noise like thunder, and then everything was dark and people were screaming."

Inspector Conrad Veit of the railway police said that the driver, aged 51 and in service for 20 years, is in hospital and has not been questioned yet.

Lucia Amsel, the transport minister, has rejected claims that the fitting of automatic brakes on the line was held up by budget cuts.

"Not a single krone was taken away from safety, and the brakes on this line were ordered two years ago," she said in an interview with Radio Tessen.

While the opposition demanded that the minister resign, the engine drivers' union said it had given warning of the curve three times since 2019.

All night trains will be suspended until Wednesday, the railway company Norbahn said.

Fire might have damaged the recorder of the locomotive, a senior Norbahn official said.

Prime Minister Edvard Lisle, who is due at the site on Monday, may declare a day of mourning.

About 4,000 commuters a day use the line, which dates from 1911.

Shares in Norbahn dropped by 6 percent."""

_RAIL_EDITS = (
    Edit("At least seven people died", "At least seventeen people died", ("figure",)),
    Edit("212 passengers", "122 passengers", ("figure",)),
    Edit("with 212 passengers", "with many passengers", ("figure",)),
    Edit("early hours of Saturday", "early hours of Sunday", ("date",)),
    Edit("Hollin Ford", "Holling Ford", ("name",)),
    Edit("according to Ardenmark's Interior Ministry", "according to Ardenmark's Transport Ministry", ("attribution_changed",)),
    Edit(", according to Ardenmark's Interior Ministry.", ".", ("attribution_lost",)),
    Edit("is believed by investigators to have been running", "was running", ("hedge_lost", "attribution_lost")),
    Edit("around 140 kilometres", "around 180 kilometres", ("figure",)),
    Edit("Port Selwick", "Port Selwich", ("name",)),
    Edit("everything was dark and people were screaming", "everything was quiet", ("quotation",)),
    Edit("Agnes Holloway", "Agnes Hollaway", ("name",)),
    Edit("has not been questioned yet", "has been questioned", ("meaning",)),
    Edit("Inspector Conrad Veit of the railway police said that the", "The", ("attribution_lost",)),
    Edit("service for 20 years", "service for 2 years", ("figure",)),
    Edit("Lucia Amsel, the transport minister, has rejected claims that the fitting of automatic brakes on the line was held up by budget cuts.\n\n", "", ("denial_absent",)),
    Edit("Not a single krone was taken away from safety", "A lot of money was taken away from safety", ("quotation",)),
    Edit("were ordered two years ago", "were cancelled two years ago", ("quotation",)),
    Edit("demanded that the minister resign", "suggested that the minister resign", ("meaning",)),
    Edit("the engine drivers' union said", "the passengers' association said", ("attribution_changed",)),
    Edit("three times since", "thirty times since", ("figure",)),
    Edit("will be suspended until", "will be scrapped until", ("meaning",)),
    Edit("until Wednesday", "until Friday", ("date",)),
    Edit("Fire might have damaged", "Fire damaged", ("hedge_lost",)),
    Edit("have damaged the recorder", "have destroyed the recorder", ("meaning",)),
    Edit("may declare a day", "will declare a day", ("meaning", "hedge_lost")),
    Edit("About 4,000 commuters", "About 40,000 commuters", ("figure",)),
    Edit("Norbahn dropped by", "Norbahn rose by", ("meaning",)),
    Edit("dropped by 6 percent", "dropped by 16 percent", ("figure",)),
    Edit("Prime Minister Edvard Lisle", "Prime Minister Eduard Lisle", ("name",)),
    Edit("a senior Norbahn official said", "a senior government official said", ("attribution_changed",)),
)

STORIES = (
    Story(_DAM_REPORT, _DAM_REWRITE, _DAM_EDITS),
    Story(_PORT_REPORT, _PORT_REWRITE, _PORT_EDITS),
    Story(_VOTE_REPORT, _VOTE_REWRITE, _VOTE_EDITS),
    Story(_RAIL_REPORT, _RAIL_REWRITE, _RAIL_EDITS),
)
