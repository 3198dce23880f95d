"""One check: engine, report, suppression, baseline, measures."""
