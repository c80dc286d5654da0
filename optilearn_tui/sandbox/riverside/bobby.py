"""Bobby Tables, 6-C: everything about him tries to be more than text. All of it has to come out as text.

Escape sequences, terminal titles, console markup, bidirectional overrides, invisible and combining
characters, format braces, formulas, and a certificate whose links lead to somebody else's server.
"""

from optilearn_tui.sandbox.attendance import Habits
from optilearn_tui.sandbox.certificates import Certificate
from optilearn_tui.sandbox.courses import Course, Lesson
from optilearn_tui.sandbox.fees import Fee
from optilearn_tui.sandbox.gamification import Badge, Gamification
from optilearn_tui.sandbox.grades import Grade
from optilearn_tui.sandbox.live_classes import Slot, Timetable
from optilearn_tui.sandbox.people import Pupil, Year
from optilearn_tui.sandbox.upcoming import Assignment

FOREIGN_ORIGIN = "https://learn.opticrm.app.evil.example"

_RED = "\x1b[31mScience\x1b[0m\x1b[2J – Class 6"
_MARKUP = "[bold red]Mathematics[/bold red] [@click=app.quit]6[/]"
_TITLE = "\x1b]0;owned\x07\x9d0;owned\x9cGeography {child} %s $HOME"
_BIDI = "History \u202eypoc terces\u202c \u2066VI\u2069"
_LONG = "A very long course title " * 12

_COURSES = (
    Course("sci-6", _RED, 3, 12, opened=2, lesson=Lesson("\x1b[5mBlink\x1b[0m\r\nand a second line", 2)),
    Course("math-6", _MARKUP, 6, 12, opened=5, lesson=Lesson("[link=https://evil.example]Free marks[/link]")),
    Course("geo-6", _TITLE, 1, 8, opened=11, status="\x1b[7mHACKED"),
    Course("his-6", _BIDI, 4, 8, opened=20, lesson=Lesson("\u200bInvisible\ufeff\u00ad \u2063Sun")),
    Course("long-6", _LONG, 0, 40, opened=None, lesson=Lesson("[/]")),
)

_GRADES = (
    Grade('=HYPERLINK("https://evil.example")', _RED, 5, 20, 3, "\x1b[1A\x1b[2KPassed with 100%\n[/bold]Bye"),
    Grade("[/][/][red]", _MARKUP, 12, 20, 9, "{0.__class__} %(name)s"),
    Grade("Z\u0351\u036b\u0343a\u0323\u0317l\u0353g\u0331o\u0316", _BIDI, 8, 20, 14),
)

_ASSIGNMENTS = (
    Assignment("\x00\x01\x02Nul\x7f\x80", _TITLE, -1),
    Assignment("\u202eworromot eud\u202c", _BIDI, 2),
)

_TIMETABLE = Timetable(
    (
        Slot(
            1, "17:00", 45, _MARKUP, ("[blink]Live[/blink] \x1b]8;;https://evil.example\x07here\x1b]8;;\x07",)
        ),
    ),
    missed_percent=50,
)

BOBBY = Pupil(
    "c-bobby",
    "Bobby\x1b[31m",
    "Tables'); DROP TABLE students;-- \u202egnirts",
    "RPS-[0603]",
    "6",
    "C",
    roll=13,
    year=Year(
        courses=_COURSES,
        grades=_GRADES,
        assignments=_ASSIGNMENTS,
        timetable=_TIMETABLE,
        gamification=Gamification(
            current=1,
            longest=2,
            points=40,
            badges=(
                Badge("[reverse]Hacker[/reverse]", "\x1b[31m☠\x1b[0m", 6),
                Badge("👩‍👩‍👧‍👦 Family", "👩‍👩‍👧‍👦", 9),
            ),
        ),
        certificates=(Certificate("RPS-2026-[EVIL]-0001", _MARKUP, 10, origin=FOREIGN_ORIGIN),),
        habits=Habits(
            absent=10,
            late=10,
            late_notes=("\x1b[32mexcused\x1b[0m", "[green]present[/green]"),
            excused_notes=("\u202eetirw ot nrael\u202c",),
        ),
        fee=Fee("OVERDUE", 125000, due=-40),
    ),
)
