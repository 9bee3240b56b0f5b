"""Stories keep their names, and no later story takes the name of one that has left."""

from collections.abc import Sequence

import numpy

from stemma.stories.membership import Membership

IDS = ["ferry", "harbour", "quay"]
FERRY, HARBOUR, QUAY = range(3)


def named(stories: Membership) -> list[str]:
    """The name of each article's story."""
    return [stories.id(int(story)) for story in stories.all()]


def rearranged(stories: Membership, *clusters: Sequence[int]) -> list[str]:
    """The names after the articles were put together so."""
    hosts = numpy.array(sorted(host for cluster in clusters for host in cluster))
    stories.rearrange(hosts, [numpy.array(cluster) for cluster in clusters], IDS)
    return named(stories)


def test_a_story_split_off_takes_no_name_of_a_story_that_has_left() -> None:
    stories = Membership()
    for identity in IDS:
        stories.found(identity)
    of_ferry, of_harbour, _ = named(stories)
    assert rearranged(stories, (HARBOUR, QUAY)) == [of_ferry, of_harbour, of_harbour]
    assert rearranged(stories, (FERRY, HARBOUR), (QUAY,)) == [of_ferry, of_ferry, of_harbour]
    stories.keep(numpy.array([True, True, False]))
    kept, split = rearranged(stories, (FERRY,), (HARBOUR,))
    assert kept == of_ferry
    assert split not in {of_ferry, of_harbour}


def test_a_story_split_off_is_named_after_a_member_after_whom_none_is() -> None:
    stories = Membership()
    stories.found("ferry")
    for _ in IDS[1:]:
        stories.add(0, is_host=True)
    _, _, split = rearranged(stories, (FERRY, HARBOUR), (QUAY,))
    alone = Membership()
    alone.found("quay")
    assert [split] == named(alone)
