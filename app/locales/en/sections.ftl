### Section and tag pages.

# $section: its name.
section-title = { $section }
# $section: its name. $page: the page's number, from 2.
section-title-page = { $section }, page { $page }
# $section: its name. For pages without a description of their own.
section-description = Stories from { $section }.
# $section: its name.
section-subsections = Within { $section }
# $section: the section above.
section-parent = Part of { $section }
section-empty = There are no stories in this section yet. In the meantime, have a look at the front page.
# $section: its name.
section-feed = RSS feed for { $section }

# $tag: its name.
tag-title = Tag: { $tag }
# $tag: its name. $page: the page's number, from 2.
tag-title-page = Tag: { $tag }, page { $page }
# $tag: its name.
tag-description = All stories tagged { $tag }.
tag-empty = No story carries this tag yet.
