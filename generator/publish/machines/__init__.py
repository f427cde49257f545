"""สำหรับโปรแกรม: open data, feeds, and what tells machines their way."""
