"""The patterns that the model of where a content ends looks at."""

__all__ = ["TEMPLATES"]

# Patterns over the columns of columns.py and over those of each end (see content_ends.py).
TEMPLATES = tuple(
    """delta
    rank
    delta rank
    delta len
    delta second_delta
    delta tail
    delta segment
    delta word[1]
    delta tag[1]
    delta verbs
    delta commas
    delta cues
    delta longest
    delta quoted
    delta first
    delta side
    len
    len first
    len cue_class
    len cue_lemma
    len verbs
    verbs first
    verbs tail
    verbs commas
    verbs word[1]
    verbs cue_class
    commas word[1]
    commas first
    cues
    cues word[1]
    cues tag[1]
    cues verbs
    paren
    paren word[1]
    dash word[1]
    dash
    longest
    longest first
    longest cue_class
    longest verbs
    longest gap_verbs
    longest gap_verbs word[1]
    gap_verbs
    gap_verbs word[1]
    gap_verbs first
    gap_verbs gap
    gap word[1]
    gap_verbs tag[1]
    gap_verbs tag[1] tag[2]
    gap_verbs word[1] tag[2]
    gap_verbs word[1] cue_class
    first word[1]
    first word[1] word[2]
    first word[1] tag[2]
    first tag[1]
    first_tag tag[1]
    first_tag word[1] tag[2]
    first second
    tail
    tail first
    tail side
    segment first
    segment word[1]
    segment cue_class
    segment verbs
    side word[1]
    side verbs
    side gap_verbs
    quoted
    quoted shape
    quoted word[1]
    quoted shape[1]
    quoted tail
    tag tag[1]
    tag tag[1] tag[2]
    word[1]
    word[1] word[2]
    word[1] tag[2]
    word
    tag
    cue_lemma word[1]
    cue_class word[1]
    cue_class gap_verbs
    cue_noun word[1]
    cues_ahead
    cues_ahead word[1]
    cues_ahead tail
    cues_ahead gap_verbs
    next word[1]
    next gap_verbs
    next verbs
    unit tail
    unit shape[1]
    verb_field[1]
    noun_field[1] word""".replace("\n    ", "\n").split("\n")
)
