### The archive by year and month.

archive-title = Archivio
archive-intro = Tutti gli articoli pubblicati, anno per anno e mese per mese.
# $year: as text.
archive-title-year = Archivio del { $year }
# $year: as text. $page: the page's number, from 2.
archive-title-year-page = Archivio del { $year }, pagina { $page }
# $month: one of month-1 to month-12. $year: as text.
archive-title-month = Archivio di { $month } { $year }
# $month: one of month-1 to month-12. $year: as text. $page: the page's number, from 2.
archive-title-month-page = Archivio di { $month } { $year }, pagina { $page }
# $month: one of month-1 to month-12. $year: as text.
archive-month = { $month } { $year }
archive-years = Anni
# $year: as text.
archive-months = Mesi del { $year }
archive-empty = In questo periodo non è uscito nessun articolo. Scegli un altro mese.
