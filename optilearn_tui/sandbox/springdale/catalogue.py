"""What Springdale Vidyalaya teaches, and whom each course is for."""

from optilearn_tui.sandbox.announcements import Announcement
from optilearn_tui.sandbox.catalogue import CatalogueCourse, Targets

_TEACHER = "u-springdale-teacher"

_SYLLABUS: dict[str, tuple[tuple[str, str], ...]] = {
    "4": (
        ("hi-math-4", "गणित का जादू – कक्षा 4"),
        ("hi-evs-4", "आस-पास – कक्षा 4"),
        ("hi-hin-4", "रिमझिम – भाग 4"),
        ("hi-eng-4", "Marigold – Class 4"),
        ("hi-art-4", "चित्रकला"),
    ),
    "5": (("hi-math-5", "गणित का जादू – कक्षा 5"), ("hi-hin-5", "रिमझिम – भाग 5")),
    "6": (("hi-math-6", "गणित – कक्षा 6"), ("hi-sci-6", "विज्ञान – कक्षा 6"), ("hi-hin-6", "वसंत – भाग 1")),
    "7": (
        ("hi-math-7", "गणित – कक्षा 7"),
        ("hi-sci-7", "विज्ञान – कक्षा 7"),
        ("hi-his-7", "हमारे अतीत – II"),
        ("hi-hin-7", "वसंत – भाग 2"),
        ("hi-eng-7", "Honeycomb – Class 7"),
        ("hi-san-7", "रुचिरा – द्वितीयो भागः"),
    ),
    "8": (("hi-math-8", "गणित – कक्षा 8"), ("hi-sci-8", "विज्ञान – कक्षा 8")),
    "9": (
        ("hi-math-9", "गणित – कक्षा 9"),
        ("hi-sci-9", "विज्ञान – कक्षा 9"),
        ("hi-civ-9", "लोकतांत्रिक राजनीति I"),
    ),
}

COURSES = (
    *(
        CatalogueCourse(course, title, _TEACHER, Targets(classes=(name,)))
        for name, taught in _SYLLABUS.items()
        for course, title in taught
    ),
    CatalogueCourse("hi-pustakalaya", "पुस्तकालय", None),
    CatalogueCourse("hi-kabaddi", "कबड्डी", _TEACHER, Targets(sections=("7-अ", "8-अ")), "REVIEW"),
    CatalogueCourse("hi-english", "Spoken English", _TEACHER, Targets(("9",), ("8-अ", "7-ब"))),
    CatalogueCourse("hi-sanganak", "संगणक परिचय", _TEACHER, Targets(classes=("10",)), "ARCHIVED"),
)
"""The catalogue; class 10 is no longer taught."""

ANNOUNCEMENTS = (
    Announcement("hi-math-7", "इकाई परीक्षा के अंक", "कक्षा में देख लें।", 2),
    Announcement("hi-math-7", "शंका समाधान", "शनिवार, 10 बजे।", 1, Targets(sections=("7-अ",))),
    Announcement("hi-evs-4", "पत्तियाँ लाएँ", "हर बच्चा पाँच पत्तियाँ लाए।", 0, Targets(sections=("4-ब",))),
    Announcement("hi-pustakalaya", "नई पुस्तकें", "आज से उपलब्ध।", 6, Targets(("8", "9"))),
)
"""By course, in the order in which they were written."""
