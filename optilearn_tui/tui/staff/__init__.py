"""The staff room: classes and rosters, one student, anyone, who needs attention, and who sees what."""
