"""Aarav Sharma, 8-B: a year with ups and downs, work overdue, and a fee past its date that nobody updated."""

from optilearn_tui.sandbox.attendance import Habits, Spell
from optilearn_tui.sandbox.certificates import Certificate
from optilearn_tui.sandbox.courses import Course, Lesson
from optilearn_tui.sandbox.fees import Fee
from optilearn_tui.sandbox.gamification import Badge, Gamification
from optilearn_tui.sandbox.grades import Grade
from optilearn_tui.sandbox.live_classes import Slot, Timetable
from optilearn_tui.sandbox.people import Pupil, Year
from optilearn_tui.sandbox.upcoming import Assignment

_MATHS = "Mathematics – Class 8"
_SCIENCE = "Science – Class 8"
_SOCIAL = "Our Pasts III"
_ENGLISH = "Honeydew: English"
_HINDI = "वसंत – भाग 3"
_CODING = "Python Basics"
_SANSKRIT = "रुचिरा – तृतीयो भागः"

_COURSES = (
    Course("math-8", _MATHS, 16, 24, opened=1, lesson=Lesson("Comparing quantities: compound interest", 2)),
    Course("sci-8", _SCIENCE, 19, 22, opened=1, lesson=Lesson("Reaching the age of adolescence"), at="17:25"),
    Course("sst-8", _SOCIAL, 9, 18, opened=4, lesson=Lesson("When people rebel: 1857 and after")),
    Course("eng-8", _ENGLISH, 11, 16, opened=3, lesson=Lesson("This is Jody's fawn", 5), at="20:10"),
    Course("hin-8", _HINDI, 8, 17, opened=9, lesson=Lesson("कामचोर")),
    Course(
        "py-8", _CODING, 20, 20, opened=26, score=92, passed=True, finished=26, status="COMPLETED", at="19:48"
    ),
    Course("san-8", _SANSKRIT, 1, 14, opened=31, lesson=Lesson("बिलस्य वाणी न कदापि मे श्रुता")),
)

_GRADES = (
    Grade("Unit test 2: Linear equations", _MATHS, 42, 50, 2, "Neat working. Check the signs.\n– Mr Menon"),
    Grade("Lab report: Friction", _SCIENCE, 18, 20, 5, "Very good observations."),
    Grade("Map work: Trade routes", _SOCIAL, 7, 20, 8, "Labels are missing; please do it again."),
    Grade("Essay: A day without a phone", _ENGLISH, 21, 25, 12),
    Grade("Quiz: Rational numbers", _MATHS, 15, 20, 16),
    Grade("अपठित गद्यांश", _HINDI, 9, 25, 19, "मात्राओं पर ध्यान दें।"),
    Grade("Project: Turtle drawing", _CODING, 46, 50, 27, "The mandala is beautiful!"),
    Grade("Quiz: Microorganisms", _SCIENCE, 17, 20, 33),
    Grade("Unit test 1: Squares and roots", _MATHS, 33, 50, 41),
    Grade("Class test: From trade to territory", _SOCIAL, 14, 20, 48),
    Grade("Quiz: Data handling", _MATHS, 11, 20, 60),
    Grade("Grammar test: Tenses", _ENGLISH, 16, 20, 66),
)

_ASSIGNMENTS = (
    Assignment("Map work: Trade routes (again)", _SOCIAL, -2),
    Assignment("Worksheet: Profit and loss", _MATHS, 1),
    Assignment("Model: Layers of the atmosphere", _SCIENCE, 3, submitted=True),
    Assignment("पत्र लेखन: मित्र को पत्र", _HINDI, 6, at="17:00"),
    Assignment("Book review: The Best Christmas Present", _ENGLISH, 11),
    Assignment("Term project: Resources of India", _SOCIAL, 24),
)

_TIMETABLE = Timetable(
    (
        Slot(0, "17:00", 45, _MATHS, ("Problem solving with Mr Menon", "Doubts: Mensuration")),
        Slot(2, "17:00", 45, _SCIENCE, ("Force and pressure", "Chemical effects of current", "Light")),
        Slot(2, "18:15", 40, _ENGLISH, ("Reading circle", "Speaking practice")),
        Slot(4, "16:30", 60, _MATHS, ("Revision: Algebraic expressions", "Weekly quiz, live")),
    ),
    missed_percent=22,
)

_GAMIFICATION = Gamification(
    current=6,
    longest=21,
    points=3480,
    badges=(
        Badge("Week Warrior", "🔥", 1),
        Badge("Quiz Ace", "🏆", 16),
        Badge("First Program", "🐍", 27),
        Badge("Early Bird", "☀", 44),
        Badge("Bookworm", "[B]", 71),
        Badge("Helping Hand", None, 95),
    ),
)

_CERTIFICATES = (
    Certificate("RPS-2026-PY-0417", _CODING, 24),
    Certificate("RPS-2025-OLY-0093", "Science Olympiad, School Round", 118, revoked=False),
    Certificate("RPS-2025-TYP-0311", "Touch Typing", 163, revoked=True),
)

_HABITS = Habits(
    absent=4, late=6, excused=1, spells=(Spell(23, 20, "EXCUSED", "Viral fever, doctor's note"),)
)

AARAV = Pupil(
    "c-aarav",
    "Aarav",
    "Sharma",
    "RPS-0801",
    "8",
    "B",
    email="aarav.sharma@example.com",
    signs_in=True,
    roll=4,
    year=Year(
        courses=_COURSES,
        grades=_GRADES,
        assignments=_ASSIGNMENTS,
        timetable=_TIMETABLE,
        gamification=_GAMIFICATION,
        certificates=_CERTIFICATES,
        habits=_HABITS,
        # Stored long ago and never updated: by its balance and date it is overdue.
        fee=Fee("PARTIAL", 12500, due=-12),
    ),
)
