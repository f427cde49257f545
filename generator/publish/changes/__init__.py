"""ความเปลี่ยนแปลง: what reports name as problems, what is new, what copies say otherwise."""
