"""Zoya Khan, 9-C: a pupil of whom the server tells only part. What it leaves out is unknown, not none."""

from optilearn_tui.sandbox.attendance import Habits
from optilearn_tui.sandbox.courses import Course, Lesson
from optilearn_tui.sandbox.gamification import Gamification
from optilearn_tui.sandbox.grades import Grade
from optilearn_tui.sandbox.live_classes import Slot, Timetable
from optilearn_tui.sandbox.people import Pupil, Year
from optilearn_tui.sandbox.upcoming import Assignment

_MATHS = "गणित – कक्षा 9"
_SCIENCE = "विज्ञान – कक्षा 9"
_CIVICS = "लोकतांत्रिक राजनीति I"

ZOYA = Pupil(
    "c-zoya",
    "Zoya",
    "Khan",
    "SPV-0908",
    "9",
    "C",
    roll=8,
    year=Year(
        courses=(
            Course("hi-math-9", _MATHS, 7, 15, opened=2, lesson=Lesson("हीरोन का सूत्र")),
            Course("hi-sci-9", _SCIENCE, 5, 12, opened=3, lesson=Lesson("गति")),
            Course("hi-civ-9", _CIVICS, 2, 5, opened=30, lesson=Lesson("संविधान निर्माण")),
        ),
        grades=(
            Grade("बहुपद", _MATHS, 14, 20, 5),
            Grade("परमाणु एवं अणु", _SCIENCE, 11, 20, 12),
        ),
        assignments=(Assignment("प्रायिकता: अभ्यास", _MATHS, 2), Assignment("ध्वनि: मॉडल", _SCIENCE, 5)),
        timetable=Timetable((Slot(1, "17:00", 45, _MATHS, ("निर्देशांक ज्यामिति",)),), missed_percent=10),
        gamification=Gamification(current=2, longest=5, points=300),
        habits=Habits(),
        left_out=(
            "certificates",
            "upcoming.submitted",
            "courses.progress",
            "courses.nextLesson",
            "recentGrades.passed",
            "recentGrades.percentage",
            "liveClasses.missedThisMonth",
            "gamification.badges",
            "gamification.longestStreak",
        ),
    ),
)
