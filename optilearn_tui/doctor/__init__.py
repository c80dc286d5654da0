"""What is wrong between here and the school: check by check, each with evidence and a next step."""

from optilearn_tui.doctor.case import Case, case_here, connecting
from optilearn_tui.doctor.examination import examine
from optilearn_tui.doctor.finding import Check, Finding, Result
from optilearn_tui.doctor.report import Report

__all__ = ["Case", "Check", "Finding", "Report", "Result", "case_here", "connecting", "examine"]
