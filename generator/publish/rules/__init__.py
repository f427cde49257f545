"""สถานะและข้อสังเกต: what is computed, rule by rule, and the projects each holds for."""
