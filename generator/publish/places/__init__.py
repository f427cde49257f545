"""หน่วยงาน ปี ยุทธศาสตร์: where projects belong, how they stand there, and districts compared."""
