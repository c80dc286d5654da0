"""Which links may be used."""

from __future__ import annotations

import webbrowser

import pytest

from optilearn_tui.api.models import Unknown
from optilearn_tui.api.tenancy import Deployment
from optilearn_tui.tui.links import Refusal, checked, has_browser

IS_OWN = Deployment().is_own_link


@pytest.mark.parametrize(
    "url",
    [
        "https://learn.opticrm.app/verify/1",
        "https://riverside.opticrm.app/certificates/1.pdf",
    ],
)
def test_links_of_the_school_and_of_the_platform_are_used(url: str) -> None:
    assert checked(url, IS_OWN) == url


@pytest.mark.parametrize(
    "url",
    [
        "http://learn.opticrm.app/verify/1",
        "https://evil.example/verify/1",
        "https://opticrm.app.evil.example/",
        "https://parent@learn.opticrm.app/",
        "https://learn.opticrm.app:8443/",
        "javascript:alert(1)",
        "file:///etc/passwd",
    ],
)
def test_any_other_link_is_refused(url: str) -> None:
    assert checked(url, IS_OWN) is Refusal.FOREIGN


def test_no_link_and_an_unknown_link_are_told_apart() -> None:
    assert checked(None, IS_OWN) is Refusal.MISSING
    assert checked(" ", IS_OWN) is Refusal.MISSING
    assert checked(Unknown.LEFT_OUT, IS_OWN) is Refusal.UNKNOWN
    assert len({refusal.sentence for refusal in Refusal}) == len(Refusal)


@pytest.mark.parametrize(
    ("command", "expected"), [("w3m", False), ("/usr/bin/lynx", False), ("firefox", True)]
)
def test_a_browser_that_would_draw_over_the_program_does_not_count(
    command: str, expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webbrowser, "get", lambda: webbrowser.GenericBrowser(command))
    assert has_browser() is expected


def test_without_any_browser_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> webbrowser.BaseBrowser:
        raise webbrowser.Error

    monkeypatch.setattr(webbrowser, "get", none)
    assert not has_browser()
