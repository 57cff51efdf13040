import pytest

from reportcli.errors import SettingsError
from reportcli.settings import Settings


@pytest.mark.parametrize("sentences", [0, 4, 0.0, 0.1, 1.0])
def test_sentences_are_a_number_or_a_share(sentences):
    assert Settings(sentences=sentences).sentences == sentences


@pytest.mark.parametrize("wrong", [{"keywords": -1}, {"sentences": -1}, {"sentences": 1.5}, {"sentences": -0.1}])
def test_a_number_out_of_range_is_told_with_what_to_set(wrong):
    with pytest.raises(SettingsError) as error:
        Settings(**wrong)
    assert error.value.problem.startswith(f"{next(iter(wrong))}: ")
    assert error.value.remedy
