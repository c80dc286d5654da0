"""What is announced beside the courses of Riverside Public School: every way of targeting, and every time."""

from optilearn_tui.sandbox.announcements import Announcement
from optilearn_tui.sandbox.catalogue import Targets

ANNOUNCEMENTS = (
    Announcement("math-8", "Unit test 2 is marked", "Ask in class if a mark is not clear to you.", 2),
    Announcement(
        "math-8", "Bring a compass", "Tomorrow.\nAnd a sharp pencil.", 1, Targets(sections=("8-B",))
    ),
    Announcement("math-8", "Doubt class on Saturday", "Room 12, 10:00.", 0, Targets(sections=("8-A", "8-C"))),
    Announcement("math-8", "Unit test 3: syllabus", "Chapters 9 to 11.", None, Targets(classes=("8",))),
    Announcement("sci-8", "Lab coats", "No entry to the lab without one.", 6, Targets(classes=("8",))),
    Announcement(
        "sci-8", "Field trip to the planetarium", "Consent forms by Friday.", 3, Targets(("8",), ("9-A",))
    ),
    Announcement("hin-8", "वर्तनी प्रतियोगिता", "शुक्रवार को सभागार में।\nसमय: 11 बजे", 4),
    Announcement(
        "evs-5", "A walk to the pond", "Caps and water bottles, please.", 5, Targets(sections=("5-A",))
    ),
    Announcement("eng-5", "Spelling bee: results", "See the board outside the library.", 9),
    Announcement("math-10", "Mock test 4", "Monday, first two periods.", 0),
    Announcement("math-10", "Extra class for 10-C", "Every Thursday, 16:00.", 7, Targets(sections=("10-C",))),
    Announcement("it-10", "Hand the old books back", "To the computer lab.", 30, Targets(classes=("12",))),
    Announcement("boards", "Admit cards", "Will be handed out on Tuesday.", -3, Targets(classes=("10",))),
    Announcement(
        "boards", "Guests from 9-C are welcome", "Sit in the last rows.", 12, Targets(sections=("9-C",))
    ),
    Announcement("circle", "Room change", "We meet in room 7 from now on.", 8, Targets(("8",), ("8-B",))),
    Announcement(
        "sculpture", "First meeting", "As soon as there are pupils in 9-D.", 15, Targets(sections=("9-D",))
    ),
    Announcement("library", "New arrivals", "Forty books in Hindi, twenty in English.", 10),
    Announcement("library", "Return what is overdue", "Before the holidays.", 20, Targets(("9", "10"))),
    Announcement("safety", "Helmets", "For everybody who comes by bicycle.", 14, Targets(("8", "9", "10"))),
    Announcement(
        "sports",
        "Practice is off",
        "The ground is wet.",
        1,
        Targets(classes=("7",)),
        left_out=("targetClassIds", "targetSectionIds"),
    ),
    Announcement("sports", "Team lists", "On the notice board.", 11, left_out=("publishedAt",)),
    Announcement("sci-6", "[bold]Bring[/bold] \x1b[31mscissors\x1b[0m", "=1+1\n[/] {0}", 2, Targets(("6",))),
)
"""By course, in the order in which they were written."""
