"""What leaves the house as data: tables, workbooks and citations of the cases that an audience may see."""
