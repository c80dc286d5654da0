"""रोहन वर्मा, 7-अ: a year taught and marked in Hindi; the fee is paid."""

from optilearn_tui.sandbox.attendance import Habits, Spell
from optilearn_tui.sandbox.certificates import Certificate
from optilearn_tui.sandbox.courses import Course, Lesson
from optilearn_tui.sandbox.fees import Fee
from optilearn_tui.sandbox.gamification import Badge, Gamification
from optilearn_tui.sandbox.grades import Grade
from optilearn_tui.sandbox.live_classes import Slot, Timetable
from optilearn_tui.sandbox.people import Pupil, Year
from optilearn_tui.sandbox.upcoming import Assignment

_MATHS = "गणित – कक्षा 7"
_SCIENCE = "विज्ञान – कक्षा 7"
_HISTORY = "हमारे अतीत – II"
_HINDI = "वसंत – भाग 2"
_ENGLISH = "Honeycomb – Class 7"
_SANSKRIT = "रुचिरा – द्वितीयो भागः"

_COURSES = (
    Course("hi-math-7", _MATHS, 10, 15, opened=1, lesson=Lesson("त्रिभुज और उसके गुण"), at="19:15"),
    Course("hi-sci-7", _SCIENCE, 14, 18, opened=2, lesson=Lesson("जंतुओं और पादप में परिवहन", 3)),
    Course("hi-his-7", _HISTORY, 6, 10, opened=5, lesson=Lesson("मुग़ल साम्राज्य")),
    Course("hi-hin-7", _HINDI, 15, 15, opened=18, score=88, passed=True, finished=18, status="COMPLETED"),
    Course("hi-eng-7", _ENGLISH, 4, 12, opened=8, lesson=Lesson("The ashes that made trees bloom")),
    Course("hi-san-7", _SANSKRIT, 5, 15, opened=13, lesson=Lesson("सङ्कल्पः सिद्धिदायकः", 7)),
)

_GRADES = (
    Grade("इकाई परीक्षा: भिन्न एवं दशमलव", _MATHS, 36, 40, 2, "शाबाश! ऐसे ही मेहनत करते रहो।\n– त्रिपाठी सर"),
    Grade("प्रयोग: अम्ल और क्षारक", _SCIENCE, 16, 20, 6),
    Grade("Comprehension: Three questions", _ENGLISH, 7, 20, 9, "रोज़ एक पृष्ठ ज़ोर से पढ़ें।"),
    Grade("निबंध: मेरा गाँव", _HINDI, 22, 25, 14),
    Grade("मानचित्र कार्य", _HISTORY, 13, 20, 20),
    Grade("प्रश्नोत्तरी: पूर्णांक", _MATHS, 15, 20, 26),
    Grade("शब्दरूपाणि", _SANSKRIT, 12, 20, 32),
    Grade("प्रश्नोत्तरी: ऊष्मा", _SCIENCE, 14, 20, 39),
    Grade("मौखिक परीक्षा", _HINDI, 9, 10, 45),
    Grade("प्रश्नोत्तरी: सरल समीकरण", _MATHS, 12, 20, 54),
)

_ASSIGNMENTS = (
    Assignment("कार्यपत्रक: रेखा एवं कोण", _MATHS, -1),
    Assignment("चित्र सहित रिपोर्ट: मृदा", _SCIENCE, 2, submitted=True),
    Assignment("दिल्ली के सुल्तान: समय-रेखा", _HISTORY, 4),
    Assignment("Paragraph: My best friend", _ENGLISH, 7),
    Assignment("श्लोक लेखनम्", _SANSKRIT, 12),
)

_TIMETABLE = Timetable(
    (
        Slot(0, "17:30", 45, _MATHS, ("शंका समाधान", "साप्ताहिक अभ्यास")),
        Slot(2, "17:30", 45, _SCIENCE, ("प्रकाश: प्रयोग", "मौसम और जलवायु")),
        Slot(4, "17:00", 40, _ENGLISH, ("Let us speak English",)),
    ),
    missed_percent=15,
)

ROHAN = Pupil(
    "c-rohan",
    "रोहन",
    "वर्मा",
    "SPV-0714",
    "7",
    "अ",
    email="rohan.verma@example.com",
    signs_in=True,
    roll=14,
    year=Year(
        courses=_COURSES,
        grades=_GRADES,
        assignments=_ASSIGNMENTS,
        timetable=_TIMETABLE,
        gamification=Gamification(
            current=9,
            longest=17,
            points=2745,
            badges=(Badge("सात दिन लगातार", "🔥", 2), Badge("गणित वीर", "➗", 26), Badge("लेखक", "✍", 50)),
        ),
        certificates=(Certificate("SPV-2026-HIN-0031", _HINDI, 17),),
        habits=Habits(
            absent=3,
            late=5,
            excused=1,
            spells=(Spell(30, 28, "EXCUSED", "बुखार"),),
            late_notes=("बस देर से आई", None),
            excused_notes=("पारिवारिक कार्यक्रम", "डॉक्टर के पास"),
        ),
        fee=Fee("PAID", due=-60),
    ),
)
