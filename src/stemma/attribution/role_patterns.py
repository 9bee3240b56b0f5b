"""The patterns that the chain model of source and content looks at."""

__all__ = ["TEMPLATES"]

# Patterns over the columns of columns.py and over those of each cue (see `role_values`).
TEMPLATES = tuple(
    """tag side
    tag[-1] side
    tag[1] side
    tag[-1] tag side
    tag tag[1] side
    tag[1] tag[2] side
    tag[-2] tag[-1] side
    word side
    word[-1] side
    word[1] side
    word[-1] word
    word word[1]
    word[2] side
    word[-2] side
    shape side
    shape[-1] shape side
    shape shape[1] side
    kind side
    kind[1] side
    kind[-1] side
    noun_field side
    verb_field side
    verb_field[1] side
    noun_field[1] side
    place side
    place[1] side
    quote_near side
    said side
    verb side
    verb[1] side
    verb[2] side
    verb[-1] side
    other side
    other[1] side
    other[-1] side
    other[2] side
    other[1] word side
    other[2] word word[1]
    away
    away word
    away word[1]
    away rule
    away cue_class
    away cue_noun
    away next
    away before
    away quote_cue
    role
    role_left
    role_right
    role_left role
    role role_right
    role rule role_right
    role tag
    role tag[1]
    role word
    role word[1]
    role_right word[1]
    role_right word[1] tag
    role_right tag[1] tag[2]
    role cue_class
    role cue_lemma
    role next
    role other
    role other[1]
    side rule
    side cue_class word
    side cue_lemma
    side cue_noun
    side cue_tag
    side cue_tag word
    side cue_tag word[1]
    side cue_shape
    side cue_shape tag
    side cue_shape cue_class
    side second
    side opens
    side rest
    side rest next
    side ahead
    side ahead word
    side ahead tag
    side next
    side before
    side before tag
    side quote_cue shape
    side quote_cue word
    side commas
    side commas word
    side commas word[1]
    side commas tag
    side verbs
    side verbs word
    side verbs word[1]
    side verbs tag
    side verbs tag[1]
    side cues
    side cues word
    side cues word[1]
    side cues tag
    side quotes
    side quotes shape
    side quotes word
    side quotes place
    unit
    unit shape
    unit quote_cue
    unit cue_lemma
    unit cue_class
    unit shape[1]
    tail side
    tail word[1] side
    tail cue_class side
    segment side
    segment word[1] side
    segment next side
    segment cue_class side
    segment_before side
    segment_before word[-1] side
    segment_before cue_class side
    next word[1] side
    next tag[1] side
    cue_class word[1] side
    cue_lemma word[1]
    cue_lemma tag[1] side
    second word[1] side
    rule word[1] side
    word[1] word[2] side
    next commas word[1]
    cue_noun word[1]""".replace("\n    ", "\n").split("\n")
)
