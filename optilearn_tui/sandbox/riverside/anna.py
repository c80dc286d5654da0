"""Anna D'Souza, 10-A: an only child in her board year; marks are falling, fees are paid."""

from optilearn_tui.sandbox.attendance import Habits, Spell
from optilearn_tui.sandbox.certificates import Certificate
from optilearn_tui.sandbox.courses import Course, Lesson
from optilearn_tui.sandbox.fees import Fee
from optilearn_tui.sandbox.gamification import Badge, Gamification
from optilearn_tui.sandbox.grades import Grade
from optilearn_tui.sandbox.live_classes import Slot, Timetable
from optilearn_tui.sandbox.people import Pupil, Year
from optilearn_tui.sandbox.upcoming import Assignment

_MATHS = "Mathematics – Class 10"
_SCIENCE = "Science – Class 10"
_POLITICS = "Democratic Politics II"
_ENGLISH = "First Flight"
_IT = "Information Technology (402)"

_COURSES = (
    Course("math-10", _MATHS, 12, 28, opened=2, lesson=Lesson("Introduction to trigonometry", 3)),
    Course("sci-10", _SCIENCE, 15, 26, opened=1, lesson=Lesson("Control and coordination"), at="21:05"),
    Course("pol-10", _POLITICS, 5, 10, opened=12, lesson=Lesson("Political parties")),
    Course("eng-10", _ENGLISH, 9, 19, opened=6, lesson=Lesson("Glimpses of India")),
    Course("it-10", _IT, 18, 18, opened=40, score=38, passed=False, finished=40, status="COMPLETED"),
)

_GRADES = (
    Grade("Mock test 3", _MATHS, 29, 80, 3, "Please come to the doubt class.\n– Mr Menon"),
    Grade("Practical: Ohm's law", _SCIENCE, 13, 20, 6),
    Grade("Mock test 2", _MATHS, 41, 80, 17),
    Grade("Essay: Federalism", _POLITICS, 17, 25, 22, "Well argued."),
    Grade("Mock test 1", _MATHS, 56, 80, 31),
    Grade("Letter to the editor", _ENGLISH, 8.5, 10, 36),
    Grade("Final project: Web page", _IT, 19, 50, 41, "Handed in incomplete."),
    Grade("Quiz: Acids, bases and salts", _SCIENCE, 15, 20, 47),
    Grade("Pre-test: Real numbers", _MATHS, 67, 80, 55),
    Grade("Reading: A letter to God", _ENGLISH, 9, 10, 63),
)

_ASSIGNMENTS = (
    Assignment("Sample paper 4", _MATHS, 2, at="22:00"),
    Assignment("Case study: Water pollution", _SCIENCE, 4),
    Assignment("Presentation: Power sharing in Belgium", _POLITICS, 8, submitted=True),
)

_TIMETABLE = Timetable(
    (
        Slot(0, "18:00", 60, _MATHS, ("Board revision: Algebra", "Board revision: Geometry")),
        Slot(3, "18:00", 60, _SCIENCE, ("Board revision: Physics", "Board revision: Chemistry")),
    ),
    missed_percent=35,
)

ANNA = Pupil(
    "c-anna",
    "Anna",
    "D'Souza",
    "RPS-1003",
    "10",
    "A",
    email="anna.dsouza@example.com",
    signs_in=True,
    roll=3,
    year=Year(
        courses=_COURSES,
        grades=_GRADES,
        assignments=_ASSIGNMENTS,
        timetable=_TIMETABLE,
        gamification=Gamification(
            current=0, longest=12, points=1960, badges=(Badge("Debate Winner", "🎤", 22),)
        ),
        certificates=(Certificate("RPS-2025-DEB-0008", "Inter-school Debate", 21),),
        habits=Habits(absent=9, late=8, excused=2, spells=(Spell(9, 8, "ABSENT"),)),
        fee=Fee("PAID"),
    ),
)
