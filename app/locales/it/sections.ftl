### Section and tag pages.

# $section: its name.
section-title = { $section }
# $section: its name. $page: the page's number, from 2.
section-title-page = { $section }, pagina { $page }
# $section: its name. For pages without a description of their own.
section-description = Gli articoli della sezione { $section }.
# $section: its name.
section-subsections = Sottosezioni di { $section }
# $section: the section above.
section-parent = Parte di { $section }
section-empty = In questa sezione non ci sono ancora articoli. Nel frattempo puoi leggere la prima pagina.
# $section: its name.
section-feed = Feed RSS della sezione { $section }

# $tag: its name.
tag-title = Tag: { $tag }
# $tag: its name. $page: the page's number, from 2.
tag-title-page = Tag: { $tag }, pagina { $page }
# $tag: its name.
tag-description = Tutti gli articoli con il tag { $tag }.
tag-empty = Nessun articolo porta ancora questo tag.
