import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcli.comparison.places import Places, find_places
from reportcli.model import Mention


def told(source: str, year: int | None, place: str | None, *regions: str, codes: dict[str, str] | None = None):
    """The mentions of a report: of its place, or of its place's parts."""
    code = (codes or {}).get
    return [Mention(source, place, code(place or ""), year, name, code(name or "")) for name in regions or (place,)]


def names(places: Places) -> list[set[str]]:
    return [set(place.names) for place in places.every]


@pytest.mark.parametrize(
    ("old", "new"),
    [("清水县", "清水区"), ("清水县", "清水市"), ("清水新区", "清水区"), ("桥头镇", "桥头街道"), ("桥头乡", "桥头镇")],
)
def test_a_place_that_was_upgraded_is_one_place_under_its_newest_name(old, new):
    places = find_places([*told("a", 2015, old), *told("b", 2018, new)], {})
    assert [(place.name, place.names) for place in places.every] == [(new, {old, new})]


@pytest.mark.parametrize(
    "mentions",
    [
        [*told("a", 2018, "清水县"), *told("b", 2015, "清水区")],  # the other way round
        [*told("a", 2018, "清水县"), *told("b", 2018, "清水区")],  # a year has both
        [*told("a", 2015, "清水县"), *told("c", 2019, "清水县"), *told("b", 2018, "清水区")],
        [*told("a", None, "清水县"), *told("b", 2018, "清水区")],  # no year tells which was first
        [*told("a", 2015, "清水县"), *told("b", 2018, "清水镇")],  # no upgrade
        [
            *told("a", 2015, "清水县", codes={"清水县": "111111"}),
            *told("b", 2018, "清水市", codes={"清水市": "222222"}),
        ],
    ],
)
def test_other_places_are_not_joined(mentions):
    assert names(find_places(mentions, {})) == [{mention.place} for mention in {m.place: m for m in mentions}.values()]


def test_upgrades_are_followed_one_after_the_other():
    mentions = [*told("c", 2020, "清水区"), *told("a", 2005, "清水县"), *told("b", 2010, "清水市")]
    assert names(find_places(mentions, {})) == [{"清水县", "清水市", "清水区"}]


def test_an_alias_joins_names_and_says_the_newest():
    mentions = [*told("a", 2020, "甲县"), *told("b", 2021, "乙区"), *told("c", 2021, "丙区")]
    places = find_places(mentions, {"甲县": "乙区", "乙区": "丁区"})
    assert [(place.name, place.names) for place in places.every] == [("丁区", {"甲县", "乙区"}), ("丙区", {"丙区"})]


def test_an_alias_of_a_name_to_itself_keeps_it_apart():
    mentions = [*told("a", 2015, "清水县"), *told("b", 2018, "清水区")]
    assert len(find_places(mentions, {"清水县": "清水县"}).every) == 2


def test_aliases_that_lead_round_say_nothing():
    mentions = [*told("a", 2015, "甲县"), *told("b", 2018, "乙县")]
    assert [place.name for place in find_places(mentions, {"甲县": "乙县", "乙县": "甲县"}).every] == ["甲县", "乙县"]


def test_names_of_one_code_are_one_place():
    codes = {"甲县": "123456", "乙区": "123456"}
    mentions = [*told("a", 2015, "甲县", codes=codes), *told("b", 2018, "乙区", codes=codes), *told("c", 2019, "甲县")]
    (place,) = find_places(mentions, {}).every
    assert (place.code, place.names) == ("123456", {"甲县", "乙区"})


def test_two_places_of_one_page_are_never_one():
    page = told("a", 2018, "清水区", "桥头镇", "桥头街道")
    before = told("b", 2015, "清水区", "桥头镇")
    assert names(find_places([*page, *before], {})) == [{"桥头镇"}, {"桥头街道"}]
    assert names(find_places([*page, *before], {"桥头镇": "桥头街道"})) == [{"桥头镇"}, {"桥头街道"}]


def test_parts_are_known_together_with_their_place_under_all_its_names():
    mentions = [
        *told("a", 2015, "清水县", "城关镇"),
        *told("b", 2018, "清水区", "城关镇"),
        *told("c", 2018, "白石县", "城关镇"),
    ]
    assert [place.name for place in find_places(mentions, {}).every] == ["清水区城关镇", "白石县城关镇"]


def test_reports_without_a_place_are_each_of_another():
    mentions = [*told("a", 2015, None), *told("b", 2015, None)]
    assert [place.name for place in find_places(mentions, {}).every] == [None, None]


NAMES = st.sampled_from(["清水县", "清水区", "清水市", "白石县", "白石新区", "白石区"])
PAGES = st.tuples(st.sampled_from("abcdef"), st.integers(2010, 2016), NAMES, st.none() | NAMES)
ALIASES = st.dictionaries(NAMES, NAMES, max_size=3)


@given(st.lists(PAGES, max_size=12), ALIASES)
def test_every_mention_is_of_one_place_and_a_page_keeps_its_places_apart(pages, aliases):
    mentions = [Mention(page, place, None, year, region or place, None) for page, year, place, region in pages]
    places = find_places(mentions, aliases)
    assert set(places.of_key.values()) == set(places.every)
    for one in mentions:
        for other in mentions:
            same = places.of_mention(one) is places.of_mention(other)
            alike = (one.place, one.region) == (other.place, other.region)
            assert same or not alike
            if one.source == other.source and one.place == other.place and not alike:
                assert not same
