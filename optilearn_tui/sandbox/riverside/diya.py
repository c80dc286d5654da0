"""दीया शर्मा, 5-A: the eager one; everything goes well, part of the fee is still to come."""

from optilearn_tui.sandbox.attendance import Habits
from optilearn_tui.sandbox.certificates import Certificate
from optilearn_tui.sandbox.courses import Course, Lesson
from optilearn_tui.sandbox.fees import Fee
from optilearn_tui.sandbox.gamification import Badge, Gamification
from optilearn_tui.sandbox.grades import Grade
from optilearn_tui.sandbox.live_classes import Slot, Timetable
from optilearn_tui.sandbox.people import Pupil, Year
from optilearn_tui.sandbox.upcoming import Assignment

_MATHS = "Math-Magic – Class 5"
_EVS = "Looking Around – EVS 5"
_ENGLISH = "Marigold – Class 5"
_HINDI = "रिमझिम – भाग 5"
_ART = "Art and Craft"
_MUSIC = "संगीत प्रवेशिका"

_COURSES = (
    Course("math-5", _MATHS, 13, 14, opened=1, lesson=Lesson("Smart charts"), at="16:45"),
    Course("evs-5", _EVS, 15, 22, opened=2, lesson=Lesson("Whose forests?", 1)),
    Course("eng-5", _ENGLISH, 14, 20, opened=1, lesson=Lesson("The little bully"), at="17:30"),
    Course("hin-5", _HINDI, 12, 18, opened=3, lesson=Lesson("बिशन की दिलेरी", 4)),
    Course(
        "art-5", _ART, 10, 10, opened=15, score=97.5, passed=True, finished=15, status="COMPLETED", at="15:10"
    ),
    Course("mus-5", _MUSIC, 3, 12, opened=6, lesson=Lesson("राग भूपाली: सरगम")),
)

_GRADES = (
    Grade("Parts and wholes", _MATHS, 19, 20, 1, "Excellent!\n– Ms Iyer"),
    Grade("Field diary: The pond", _EVS, 24, 25, 4),
    Grade("कविता पाठ", _HINDI, 10, 10, 7, "बहुत सुंदर उच्चारण।"),
    Grade("Spelling bee", _ENGLISH, 27, 30, 11),
    Grade("Clay pot", _ART, 39, 40, 15),
    Grade("Does it look the same?", _MATHS, 17, 20, 21),
    Grade("Quiz: Up you go!", _EVS, 18, 20, 28),
    Grade("Story writing", _ENGLISH, 22, 25, 35),
    Grade("सुलेख", _HINDI, 9, 10, 43),
    Grade("Be my multiple, I'll be your factor", _MATHS, 15, 20, 52),
)

_ASSIGNMENTS = (
    Assignment("Collage: Animals of the Sundarbans", _ART, 0, submitted=True, at="18:00"),
    Assignment("Area and its boundary: exercises 4–6", _MATHS, 2),
    Assignment("Interview a farmer", _EVS, 5),
    Assignment("Poem: My shadow", _ENGLISH, 9),
)

_TIMETABLE = Timetable(
    (
        Slot(1, "16:00", 40, _MATHS, ("Puzzle hour with Ms Iyer", "Ways to multiply and divide")),
        Slot(3, "16:00", 40, _EVS, ("Story: A seed tells a farmer's story", "Ask the ranger")),
        Slot(4, "15:30", 30, _HINDI, ("कहानी का समय",)),
    ),
    missed_percent=4,
)

_GAMIFICATION = Gamification(
    current=34,
    longest=34,
    points=5125,
    badges=(
        Badge("Month of Streaks", "🌟", 4),
        Badge("Colour Master", "🎨", 15),
        Badge("पाठक", "📚", 30),
        Badge("Perfect Week", "✓", 58),
    ),
)

DIYA = Pupil(
    "c-diya",
    "दीया",
    "शर्मा",
    "RPS-0512",
    "5",
    "A",
    roll=12,
    year=Year(
        courses=_COURSES,
        grades=_GRADES,
        assignments=_ASSIGNMENTS,
        timetable=_TIMETABLE,
        gamification=_GAMIFICATION,
        certificates=(Certificate("RPS-2026-ART-0052", _ART, 13),),
        habits=Habits(absent=1, late=2, excused=1),
        fee=Fee("PARTIAL", 8000, due=16),
    ),
)
