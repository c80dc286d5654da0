"""Which hosts may be called, and which never."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from optilearn_tui.api.errors import InsecureProtocol, InvalidBaseDomain, InvalidSlug
from optilearn_tui.api.tenancy import Deployment, parse_slug


@pytest.mark.parametrize(
    ("text", "slug"), [("riverside", "riverside"), ("  RiverSide\n", "riverside"), ("dps-42", "dps-42")]
)
def test_a_slug_is_read_without_regard_to_case(text: str, slug: str) -> None:
    assert parse_slug(text) == slug


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "learn",
        "LEARN",
        "a.b",
        "evil.com/",
        "a/b",
        "a@b",
        "a:1",
        "-a",
        "a-",
        "a_b",
        "a" * 64,
        "..",
        "ri\u212aer",
        "स्कूल",
        "a\nb",
        "a%2e",
        "a?b",
        "a#b",
    ],
)
def test_what_is_no_dns_label_or_is_learn_is_no_slug(text: str) -> None:
    with pytest.raises(InvalidSlug):
        parse_slug(text)


@given(st.text())
def test_whatever_is_asked_for_the_host_stays_below_the_base_domain(text: str) -> None:
    try:
        origin = Deployment().tenant_origin(text)
    except InvalidSlug:
        return
    scheme, _, host = origin.partition("://")
    label, _, rest = host.partition(".")
    assert scheme == "https"
    assert rest == "opticrm.app"
    assert label.replace("-", "").isalnum()


def test_the_two_origins() -> None:
    deployment = Deployment(base_domain="localhost:8400", protocol="http")

    assert deployment.tenant_origin("riverside") == "http://riverside.localhost:8400"
    assert deployment.learn_origin == "http://learn.localhost:8400"


def test_the_session_cookie_is_named_after_the_protocol() -> None:
    assert Deployment().session_cookie_name == "__Secure-authjs.session-token"
    assert Deployment("localhost", "http").session_cookie_name == "authjs.session-token"


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, Deployment()),
        ({"OPTICRM_BASE_DOMAIN": " OptiCRM-Staging.app. "}, Deployment("opticrm-staging.app")),
        (
            {"OPTICRM_BASE_DOMAIN": "localhost:8400", "OPTICRM_PROTOCOL": "HTTP"},
            Deployment("localhost:8400", "http"),
        ),
        (
            {"OPTICRM_BASE_DOMAIN": "opticrm.local", "OPTICRM_PROTOCOL": "http"},
            Deployment("opticrm.local", "http"),
        ),
        (
            {"OPTICRM_API_URL": "https://riverside.opticrm-staging.app/"},
            Deployment("opticrm-staging.app", "https", "riverside"),
        ),
        ({"OPTICRM_API_URL": "https://opticrm-staging.app"}, Deployment("opticrm-staging.app")),
        ({"OPTICRM_API_URL": "https://learn.opticrm.app"}, Deployment()),
        (
            {"OPTICRM_API_URL": "http://riverside.localhost:3000/api"},
            Deployment("localhost:3000", "http", "riverside"),
        ),
        ({"OPTICRM_API_URL": "http://localhost:3000"}, Deployment("localhost:3000", "http")),
        ({"OPTICRM_API_URL": "https://riverside.opticrm.app:443"}, Deployment(legacy_slug="riverside")),
        (
            {
                "OPTICRM_API_URL": "http://riverside.localhost:3000",
                "OPTICRM_BASE_DOMAIN": "opticrm-staging.app",
                "OPTICRM_PROTOCOL": "https",
            },
            Deployment("opticrm-staging.app", "https", "riverside"),
        ),
        ({"OPTICRM_API_URL": "", "OPTICRM_BASE_DOMAIN": " ", "OPTICRM_PROTOCOL": ""}, Deployment()),
    ],
)
def test_the_deployment_is_what_the_environment_says(environ: dict[str, str], expected: Deployment) -> None:
    assert Deployment.from_environment(environ) == expected


@pytest.mark.parametrize(
    ("environ", "variable"),
    [
        ({"OPTICRM_BASE_DOMAIN": "https://opticrm.app"}, "OPTICRM_BASE_DOMAIN"),
        ({"OPTICRM_BASE_DOMAIN": "opticrm.app/path"}, "OPTICRM_BASE_DOMAIN"),
        ({"OPTICRM_BASE_DOMAIN": "opti crm"}, "OPTICRM_BASE_DOMAIN"),
        ({"OPTICRM_BASE_DOMAIN": "127.0.0.1:8000"}, "OPTICRM_BASE_DOMAIN"),
        ({"OPTICRM_BASE_DOMAIN": "localhost:"}, "OPTICRM_BASE_DOMAIN"),
        ({"OPTICRM_BASE_DOMAIN": "localhost:99999"}, "OPTICRM_BASE_DOMAIN"),
        ({"OPTICRM_BASE_DOMAIN": "user@opticrm.app"}, "OPTICRM_BASE_DOMAIN"),
        ({"OPTICRM_PROTOCOL": "ftp"}, "OPTICRM_PROTOCOL"),
        ({"OPTICRM_API_URL": "riverside.opticrm.app"}, "OPTICRM_API_URL"),
        ({"OPTICRM_API_URL": "https://me:pa55word@riverside.opticrm.app"}, "OPTICRM_API_URL"),
        ({"OPTICRM_API_URL": "https://[::1"}, "OPTICRM_API_URL"),
        ({"OPTICRM_API_URL": "https://riverside.opticrm.app:http"}, "OPTICRM_API_URL"),
        ({"OPTICRM_API_URL": "http://127.0.0.1:3000"}, "OPTICRM_API_URL"),
    ],
)
def test_what_cannot_be_read_is_named_and_repeats_no_password(environ: dict[str, str], variable: str) -> None:
    with pytest.raises(InvalidBaseDomain) as caught:
        Deployment.from_environment(environ)

    assert caught.value.variable == variable
    assert "pa55word" not in str(caught.value)


def test_a_public_school_is_never_asked_in_the_clear() -> None:
    for environ in (
        {"OPTICRM_PROTOCOL": "http"},
        {"OPTICRM_API_URL": "http://riverside.opticrm.app"},
        {"OPTICRM_BASE_DOMAIN": "localhost.evil.com", "OPTICRM_PROTOCOL": "http"},
    ):
        with pytest.raises(InsecureProtocol):
            Deployment.from_environment(environ)


@pytest.mark.parametrize(
    "url",
    [
        "https://opticrm.app",
        "https://learn.opticrm.app/verify/C-1?x=%20y#z",
        "https://RIVERSIDE.opticrm.app:443/a",
    ],
)
def test_links_of_the_deployment_may_be_opened(url: str) -> None:
    assert Deployment().is_own_link(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "learn.opticrm.app/a",
        "http://learn.opticrm.app/a",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://evil.com/",
        "https://opticrm.app.evil.com/",
        "https://evilopticrm.app/",
        "https://learn.opticrm.app@evil.com/",
        "https://me@learn.opticrm.app/",
        "https://@learn.opticrm.app/",
        "https://learn.opticrm.app:8443/",
        "https://learn.opticrm.app:/",
        "https://learn.opticrm.app\\@evil.com/",
        "https://evil.com\\.opticrm.app/",
        "https://learn.opticrm.app/a\nb",
        " https://learn.opticrm.app/",
        "https://learn.opticrm\uff0eapp/",
        "https://.opticrm.app/",
        "https://[::1].opticrm.app/",
        "https://" + "a" * 3000 + ".opticrm.app/",
    ],
)
def test_no_other_link_is_opened(url: str) -> None:
    assert not Deployment().is_own_link(url)


def test_a_local_deployment_may_open_links_at_its_own_door() -> None:
    local = Deployment("localhost:8400", "http")

    assert local.is_own_link("http://learn.localhost:8400/c.pdf")
    assert local.is_own_link("https://learn.localhost/c.pdf")
    assert not local.is_own_link("http://learn.localhost:22/c.pdf")
    assert not local.is_own_link("http://learn.localhost/c.pdf")
    assert not local.is_own_link("http://learn.opticrm.app/c.pdf")
