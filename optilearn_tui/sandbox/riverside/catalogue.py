"""What Riverside Public School teaches, and whom each course is for: every way of targeting occurs."""

from optilearn_tui.sandbox.catalogue import CatalogueCourse, Targets
from optilearn_tui.sandbox.riverside.bobby import BOBBY

_MENON, _IYER, _SIDDIQUI, _DCOSTA = "u-teacher", "u-iyer", "u-siddiqui", "u-dcosta"
_JOSHI, _BOSE, _DAS, _RAO = "u-joshi", "u-bose", "u-das", "u-rao"
_GONE = "u-retired"
"""Nobody of this id works at the school any more."""

_SYLLABUS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "1": (
        ("math-1", "Math-Magic – Class 1", _IYER),
        ("eng-1", "Marigold – Class 1", _DCOSTA),
        ("hin-1", "रिमझिम – भाग 1", _JOSHI),
    ),
    "2": (
        ("math-2", "Math-Magic – Class 2", _IYER),
        ("eng-2", "Marigold – Class 2", _DCOSTA),
        ("hin-2", "रिमझिम – भाग 2", _JOSHI),
    ),
    "3": (
        ("math-3", "Math-Magic – Class 3", _IYER),
        ("evs-3", "Looking Around – EVS 3", _IYER),
        ("eng-3", "Marigold – Class 3", _DCOSTA),
        ("hin-3", "रिमझिम – भाग 3", _JOSHI),
    ),
    "4": (
        ("math-4", "Math-Magic – Class 4", _IYER),
        ("evs-4", "Looking Around – EVS 4", _IYER),
        ("eng-4", "Marigold – Class 4", _DCOSTA),
        ("hin-4", "रिमझिम – भाग 4", _JOSHI),
    ),
    "5": (
        ("math-5", "Math-Magic – Class 5", _IYER),
        ("evs-5", "Looking Around – EVS 5", _IYER),
        ("eng-5", "Marigold – Class 5", _DCOSTA),
        ("hin-5", "रिमझिम – भाग 5", _JOSHI),
        ("art-5", "Art and Craft", _RAO),
    ),
    "6": (
        ("maths-6", "Mathematics – Class 6", _MENON),
        ("science-6", "Science – Class 6", _SIDDIQUI),
        ("sst-6", "Our Pasts I", _BOSE),
        ("eng-6", "Honeysuckle", _DCOSTA),
        ("hin-6", "वसंत – भाग 1", _JOSHI),
    ),
    "7": (
        ("math-7", "Mathematics – Class 7", _MENON),
        ("sci-7", "Science – Class 7", _SIDDIQUI),
        ("sst-7", "Our Pasts II", _BOSE),
        ("eng-7", "Honeycomb", _DCOSTA),
        ("hin-7", "वसंत – भाग 2", _JOSHI),
    ),
    "8": (
        ("math-8", "Mathematics – Class 8", _MENON),
        ("sci-8", "Science – Class 8", _SIDDIQUI),
        ("sst-8", "Our Pasts III", _BOSE),
        ("eng-8", "Honeydew: English", _DCOSTA),
        ("hin-8", "वसंत – भाग 3", _JOSHI),
        ("san-8", "रुचिरा – तृतीयो भागः", _JOSHI),
    ),
    "9": (
        ("math-9", "Mathematics – Class 9", _MENON),
        ("sci-9", "Science – Class 9", _SIDDIQUI),
        ("pol-9", "Democratic Politics I", _BOSE),
        ("eng-9", "Beehive", _DCOSTA),
        ("hin-9", "क्षितिज – भाग 1", _JOSHI),
    ),
    "10": (
        ("math-10", "Mathematics – Class 10", _MENON),
        ("sci-10", "Science – Class 10", _SIDDIQUI),
        ("pol-10", "Democratic Politics II", _BOSE),
        ("eng-10", "First Flight", _DCOSTA),
        ("hin-10", "क्षितिज – भाग 2", _JOSHI),
        ("it-10", "Information Technology (402)", _DAS),
    ),
}
"""Id, title and teacher of the courses of each whole class."""

_FOR_EVERYONE = (
    CatalogueCourse("library", "Library Skills", "u-librarian"),
    CatalogueCourse("safety", "Road Safety and First Aid", _RAO),
    CatalogueCourse("typing", "Touch Typing", _DAS),
    CatalogueCourse("yoga", "Yoga and Breathing", _RAO, status="REVIEW"),
    CatalogueCourse("ai", "AI for Everyone", None, status="DRAFT"),
    CatalogueCourse("online", "Learning from Home", _GONE, status="ARCHIVED"),
)

_FOR_SOME = (
    CatalogueCourse("py-8", "Python Basics", _DAS, Targets(sections=("8-A", "8-B"))),
    CatalogueCourse("mus-5", "संगीत प्रवेशिका", _RAO, Targets(sections=("5-A",))),
    CatalogueCourse("reading", "Reading Corner", _DCOSTA, Targets(sections=("1-C", "2-A", "3-B"))),
    CatalogueCourse("chess", "Chess Club", _BOSE, Targets(classes=("6", "7", "8"))),
    CatalogueCourse("boards", "Board Exam Clinic", _MENON, Targets(("10",), ("9-C",))),
    # 8-B is named twice: as part of its class, and by itself.
    CatalogueCourse("circle", "Mathematics Circle", _MENON, Targets(("8",), ("8-B", "7-A"))),
    CatalogueCourse("theatre", "रंगमंच: Theatre Workshop", _JOSHI, Targets(("9",), ("10-A", "8-C"))),
    CatalogueCourse("olympiad", "Science Olympiad, School Round", _SIDDIQUI, Targets(("7", "8"), ("6-A",))),
    CatalogueCourse("robotics", "Robotics: First Steps", _DAS, Targets(sections=("8-C", "9-A")), "REVIEW"),
    CatalogueCourse("statistics", "Statistics in Daily Life", _MENON, Targets(classes=("9",)), "DRAFT"),
    CatalogueCourse("german", "German for Beginners", _GONE, Targets(sections=("8-B",)), "DRAFT"),
    CatalogueCourse("bridge", "Bridge Course, last year", _MENON, Targets(classes=("8",)), "ARCHIVED"),
    CatalogueCourse("diary", "Nature Diary, last year", _IYER, Targets(sections=("5-A", "5-B")), "ARCHIVED"),
)

_FOR_NOBODY = (
    CatalogueCourse("accounts", "Accountancy", _BOSE, Targets(classes=("12",))),  # no longer a class here
    CatalogueCourse("sculpture", "Sculpture Studio", _RAO, Targets(sections=("9-D",))),  # an empty section
    CatalogueCourse(
        "french", "French Conversation", _GONE, Targets(sections=("8-E",))
    ),  # no longer a section
    CatalogueCourse("debate", "Debating Society", _DCOSTA, Targets(("12",), ("9-D", "8-E"))),
    CatalogueCourse("alumni", "Alumni Mentoring", None, Targets(classes=("11", "12")), "DRAFT"),
)

_HALF_TOLD = (
    CatalogueCourse(
        "values",
        "Value Education",
        _JOSHI,
        Targets(classes=("6",)),
        left_out=("targetClassIds", "targetSectionIds"),
    ),
    CatalogueCourse(
        "garden", "School Garden", _IYER, Targets(("4",), ("5-B",)), left_out=("targetSectionIds",)
    ),
    CatalogueCourse("sports", "Sports Day Training", _RAO, left_out=("enrolledCount", "instructorId")),
)

COURSES = (
    *(
        CatalogueCourse(course, title, teacher, Targets(classes=(name,)))
        for name, taught in _SYLLABUS.items()
        for course, title, teacher in taught
    ),
    *_FOR_EVERYONE,
    *_FOR_SOME,
    *_FOR_NOBODY,
    *_HALF_TOLD,
    *(
        CatalogueCourse(course.id, course.title, _MENON, Targets(sections=("6-C",)))
        for course in BOBBY.year.courses
    ),
)
"""The catalogue; the courses of the pupils in the school's tables are among them."""
