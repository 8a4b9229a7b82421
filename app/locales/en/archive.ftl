### The archive by year and month.

archive-title = Archive
archive-intro = Everything we have published, year by year and month by month.
# $year: as text.
archive-title-year = Archive for { $year }
# $year: as text. $page: the page's number, from 2.
archive-title-year-page = Archive for { $year }, page { $page }
# $month: one of month-1 to month-12. $year: as text.
archive-title-month = Archive for { $month } { $year }
# $month: one of month-1 to month-12. $year: as text. $page: the page's number, from 2.
archive-title-month-page = Archive for { $month } { $year }, page { $page }
# $month: one of month-1 to month-12. $year: as text.
archive-month = { $month } { $year }
archive-years = Years
# $year: as text.
archive-months = Months of { $year }
archive-empty = No story came out in this period. Choose another month.
