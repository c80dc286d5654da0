"""Every error becomes one clear sentence and a next step."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from optilearn_tui.api import errors
from optilearn_tui.credentials import StoreUnavailable
from optilearn_tui.i18n import Language, use
from optilearn_tui.i18n.problems import Problem, complaint, problem
from optilearn_tui.i18n.problems.words import words
from optilearn_tui.settings import Complaint, Fault, UnreadableSettings, UnwritableSettings

HOST = "riverside.opticrm.app"
INDIA = ZoneInfo("Asia/Kolkata")
FACTS: dict[str, str] = {
    "slug": "a.b",
    "variable": "OPTICRM_API_URL",
    "value": "https://user:hunter2@evil/",
    "reason": "shape",
    "algorithm": "RS256",
}


def _kinds(root: type[errors.ApiError]) -> Iterator[type[errors.ApiError]]:
    yield root
    for kind in root.__subclasses__():
        yield from _kinds(kind)


def _example(kind: type[errors.ApiError]) -> errors.ApiError:
    parameters = inspect.signature(kind).parameters.values()
    required = {
        parameter.name: FACTS[parameter.name]
        for parameter in parameters
        if parameter.default is parameter.empty
    }
    return kind(**required)


# Kinds defined elsewhere are private to the client and never leave it.
KINDS = [kind for kind in _kinds(errors.ApiError) if kind.__module__ == errors.__name__]
STORE_REASONS = ("missing", "unsafe", "locked", "timeout", "lost", "failed")
TOKEN_REASONS = ("empty", "characters", "length", "shape", "unsigned", "truncated", "missing-part")


@pytest.mark.parametrize("kind", KINDS)
def test_every_error_of_the_client_has_words_of_its_own(kind: type[errors.ApiError]) -> None:
    assert kind in words.registry


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("kind", KINDS)
def test_every_error_says_what_happened_and_what_to_do(
    kind: type[errors.ApiError], language: Language
) -> None:
    use(language)
    told = problem(_example(kind))
    for part in (told.sentence, told.next_step):
        assert part.endswith((".", "।"))
        assert "{" not in part
        assert "hunter2" not in part


@pytest.mark.parametrize("kind", KINDS)
def test_no_two_kinds_of_error_are_told_in_the_same_words(kind: type[errors.ApiError]) -> None:
    others = {problem(_example(other)).sentence for other in KINDS if other is not kind}
    assert problem(_example(kind)).sentence not in others


@pytest.mark.parametrize(
    ("error", "fact"),
    [
        (errors.Unreachable(host=HOST), HOST),
        (errors.UnknownHost(host=HOST), HOST),
        (errors.ServerTrouble(host=HOST, status=503), "503"),
        (errors.InvalidSlug("evil.com/"), "evil.com/"),
        (errors.InvalidBaseDomain("OPTICRM_PROTOCOL", "gopher"), "OPTICRM_PROTOCOL"),
        (errors.InvalidToken("missing-part", part=2), "2"),
        (errors.TenantMismatch(signed_in_at="riverside", asked="springdale"), "springdale"),
        (errors.WrongCredentials(code="locked_out"), "locked_out"),
        (errors.Declined(code="TEAPOT"), "TEAPOT"),
    ],
)
@pytest.mark.parametrize("language", list(Language))
def test_the_facts_of_an_error_are_named(error: errors.ApiError, fact: str, language: Language) -> None:
    use(language)
    assert fact in problem(error).sentence


def test_a_busy_server_is_waited_for_on_the_persons_clock() -> None:
    until = datetime(2026, 4, 15, 11, 0, tzinfo=UTC)
    assert "4:30 pm" in problem(errors.TooManyRequests(until=until), INDIA).next_step
    assert problem(errors.TooManyRequests(until=until)).next_step.startswith("Try again after")
    assert problem(errors.TooManyRequests()).next_step == "Try again in a few minutes."


@pytest.mark.parametrize(
    ("family", "reasons"),
    [
        (errors.InvalidToken, TOKEN_REASONS),
        (errors.UnreadableAnswer, ("html", "empty", "shape", "too-large")),
    ],
)
def test_each_reason_has_its_own_sentence(family: type[errors.ApiError], reasons: tuple[str, ...]) -> None:
    sentences = {problem(_with_reason(family, reason)).sentence for reason in reasons}
    assert len(sentences) == len(reasons)


KEY_REASONS = ("empty", "characters", "length", "session", "other")


def test_each_fault_of_a_service_key_has_its_own_sentence() -> None:
    sentences = {problem(errors.InvalidServiceKey(reason)).sentence for reason in KEY_REASONS}
    assert len(sentences) == len(KEY_REASONS)


@pytest.mark.parametrize("language", list(Language))
def test_staff_who_need_the_service_key_are_told_in_one_sentence_how_to_give_it(language: Language) -> None:
    use(language)
    sentence = problem(errors.ServiceKeyWanted()).sentence
    assert "OPTICRM_API_KEY" in sentence
    assert "optilearn login --service-key-stdin" in sentence


def test_a_refused_service_key_is_told_by_its_code() -> None:
    codes = ("AUTH_REQUIRED", "FORBIDDEN", "TENANT_MISMATCH")
    assert len({problem(errors.ServiceKeyRefused(code=code)).sentence for code in codes}) == len(codes)


def _with_reason(family: type[errors.ApiError], reason: str) -> errors.ApiError:
    return errors.InvalidToken(reason) if family is errors.InvalidToken else errors.UnreadableAnswer(reason)


@pytest.mark.parametrize("code", ["FORBIDDEN", "ENROLLMENT_REQUIRED", "LESSON_LOCKED", "NEW_CODE"])
def test_what_is_not_open_is_told_by_its_code(code: str) -> None:
    assert problem(errors.Forbidden(code=code)).sentence


@pytest.mark.parametrize("code", ["ALREADY_ENROLLED", "COURSE_FULL", "ATTEMPT_LIMIT"])
def test_a_conflict_is_told_by_its_code(code: str) -> None:
    assert code not in problem(errors.Conflict(code=code)).sentence


def test_hostile_facts_stay_on_one_line_and_short() -> None:
    told = problem(errors.InvalidSlug("\x1b[2J\n" + "a" * 500)).sentence
    assert "\x1b" not in told
    assert "\n" not in told
    assert len(told) < 120


def test_the_usual_code_of_a_refused_sign_in_is_not_repeated() -> None:
    assert "credentials" not in problem(errors.WrongCredentials(code="credentials")).sentence


@pytest.mark.parametrize("reason", ["syntax", "encoding", "permission", "not-a-file", "too-large", "other"])
def test_unreadable_settings_name_the_file_and_say_that_it_was_not_changed(reason: str) -> None:
    told = problem(UnreadableSettings(Path("/home/m/settings.toml"), 3, reason))
    assert "/home/m/settings.toml" in told.sentence
    assert "not changed" in told.next_step


def test_a_fault_in_the_settings_file_names_its_line() -> None:
    assert "line 3" in problem(UnreadableSettings(Path("settings.toml"), 3, "syntax")).sentence


def test_unwritable_settings_hold_for_this_run() -> None:
    assert "until you leave" in problem(UnwritableSettings(Path("settings.toml"), None, "other")).next_step


def test_each_trouble_of_the_keyring_has_its_own_sentence_and_the_way_to_a_file() -> None:
    told = [problem(StoreUnavailable("keyring", reason)) for reason in STORE_REASONS]
    assert len({one.sentence for one in told}) == len(STORE_REASONS)
    assert all("--store file" in one.next_step for one in told)


@pytest.mark.parametrize("reason", ["exposed", "permission", "lost", "failed"])
def test_trouble_with_a_private_file_speaks_of_the_file(reason: str) -> None:
    assert "file" in problem(StoreUnavailable("file", reason)).sentence


@pytest.mark.parametrize("fault", list(Fault))
def test_a_complaint_names_file_line_and_key(fault: Fault) -> None:
    told = complaint(Complaint("theme", fault, Path("settings.toml"), line=7))
    assert "settings.toml, line 7" in told.sentence
    assert "theme" in told.sentence


def test_a_complaint_about_a_variable_names_it_and_what_is_possible() -> None:
    told = complaint(Complaint("language", Fault.INVALID, variable="OPTILEARN_LANG", allowed="en, hi"))
    assert told == Problem("OPTILEARN_LANG: “language” has a value that cannot be used.", "Possible: en, hi.")


def test_an_error_nobody_knows_still_gets_words() -> None:
    assert "ZeroDivisionError" in problem(ZeroDivisionError()).sentence


def test_a_problem_is_one_line_where_one_is_wanted() -> None:
    assert str(problem(errors.SessionEnded())) == "Your session has ended. Sign in again to go on."
