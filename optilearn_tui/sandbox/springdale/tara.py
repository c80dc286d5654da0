"""तारा वर्मा, 4-ब: a short, cheerful year; the fee falls due this very day, told as a moment."""

from optilearn_tui.sandbox.attendance import Habits
from optilearn_tui.sandbox.courses import Course, Lesson
from optilearn_tui.sandbox.fees import Fee
from optilearn_tui.sandbox.gamification import Badge, Gamification
from optilearn_tui.sandbox.grades import Grade
from optilearn_tui.sandbox.live_classes import Slot, Timetable
from optilearn_tui.sandbox.people import Pupil, Year
from optilearn_tui.sandbox.upcoming import Assignment

_MATHS = "गणित का जादू – कक्षा 4"
_EVS = "आस-पास – कक्षा 4"
_HINDI = "रिमझिम – भाग 4"
_ENGLISH = "Marigold – Class 4"
_ART = "चित्रकला"

_COURSES = (
    Course("hi-math-4", _MATHS, 9, 14, opened=1, lesson=Lesson("कितना भारी? कितना हल्का?"), at="16:20"),
    Course("hi-evs-4", _EVS, 17, 27, opened=1, lesson=Lesson("नंदू हाथी", 2)),
    Course("hi-hin-4", _HINDI, 11, 14, opened=4, lesson=Lesson("पढ़क्कू की सूझ")),
    Course("hi-eng-4", _ENGLISH, 6, 18, opened=6, lesson=Lesson("Alice in Wonderland", 6)),
    Course("hi-art-4", _ART, 2, 8, opened=10, lesson=Lesson("वारली चित्र")),
)

_GRADES = (
    Grade("पहाड़े: 6 से 9", _MATHS, 18, 20, 3, "बहुत अच्छा!"),
    Grade("मेरा परिवार: चार्ट", _EVS, 9, 10, 7),
    Grade("श्रुतलेख", _HINDI, 13, 20, 10),
    Grade("Rhymes aloud", _ENGLISH, 8, 10, 15),
    Grade("आकृतियाँ", _MATHS, 14, 20, 24),
    Grade("पेड़-पौधे", _EVS, 17, 20, 37),
)

_ASSIGNMENTS = (
    Assignment("पत्तियों का संग्रह", _EVS, 1),
    Assignment("कविता याद करें: मन के भोले-भाले बादल", _HINDI, 3, submitted=True),
    Assignment("अभ्यास: चारखाने का रास्ता", _MATHS, 6),
)

TARA = Pupil(
    "c-tara",
    "तारा",
    "वर्मा",
    "SPV-0422",
    "4",
    "ब",
    roll=22,
    year=Year(
        courses=_COURSES,
        grades=_GRADES,
        assignments=_ASSIGNMENTS,
        timetable=Timetable(
            (
                Slot(1, "16:00", 30, _MATHS, ("खेल-खेल में गणित",)),
                Slot(3, "16:00", 30, _HINDI, ("कहानी सुनो", "नाटक")),
            )
        ),
        gamification=Gamification(current=3, longest=8, points=910, badges=(Badge("नन्हा सितारा", "⭐", 12),)),
        habits=Habits(absent=2, late=1, excused=2, excused_notes=("दादी के घर", "ज़ुकाम")),
        fee=Fee("PARTIAL", 4250.50, due=0, as_moment=True),
    ),
)
