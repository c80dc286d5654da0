"""The typed client of OptiLearn and OptiCRM. Usable without the rest of this package."""
