### What every page of the site says: frame, navigation, dates, errors.
### Bundles are made without isolation marks. Years and clock times are handed over as text, counts and days as numbers.

## Page titles

# $page: the title of the page. $site: the paper's name.
site-title = { $page } · { $site }
# A list after its first page. $title: the list's own. $page: the number, from 2.
site-title-numbered = { $title }, page { $page }

## Frame

site-skip = Skip to content
site-header-label = Masthead
site-nav-label = Sections
site-nav-all = All
site-menu = Menu
site-menu-close = Close the menu
site-home = Front page
# $site: the paper's name.
site-home-of = { $site }, front page
# $weekday: "Monday". $date: today's date as date-long makes it.
site-today = { $weekday } { $date }
site-breadcrumb-label = Breadcrumb
site-to-top = Back to top
site-print = Print

## Search

site-search = Search
site-search-label = Search the paper
site-search-placeholder = Words to look for
site-search-submit = Search

## Theme and text size

site-display = Display
site-theme = Theme
site-theme-light = light
site-theme-dark = dark
site-theme-auto = same as the system
site-text-size = Text size
site-text-size-normal = normal
site-text-size-large = large
site-text-size-larger = very large

## Following the paper

site-follow = Stay up to date
site-follow-whatsapp = Stay up to date: follow our WhatsApp channel
site-follow-telegram = Follow our Telegram channel
site-follow-feed = Subscribe to the RSS feed

## Footer

site-footer-label = Footer
site-footer-sections = All sections
site-footer-paper = The paper
site-footer-follow = Follow us
site-footer-whatsapp = WhatsApp channel
site-footer-telegram = Telegram
site-footer-feed = RSS feed
site-footer-about = About us
site-footer-archive = Archive
site-footer-privacy = Privacy
site-footer-how-we-count = How we count readings
site-footer-top = Back to the top of the page

## Colophon

# $site: the paper's name.
site-about-title = About { $site }
site-colophon-title = Colophon
site-colophon-register = Registration
site-colophon-director = Editor responsible
site-colophon-publisher = Publisher
site-colophon-vat = VAT number
site-colophon-address = Newsroom
site-colophon-email = Email
site-colophon-phone = Telephone

## The line at the foot of every page: each piece with its value

site-legal-register = { $value }
site-legal-director = Responsible editor: { $value }
site-legal-publisher = Publisher: { $value }
site-legal-vat = VAT { $value }

## Lists of articles

site-pagination-label = Pages
site-pagination-previous = Previous page
site-pagination-next = Next page
# $page: this page's number. $pages: how many there are.
site-pagination-of = Page { $page } of { $pages }
# $page: the page that a link leads to.
site-pagination-to = Go to page { $page }
# The last two names of a list. $first: all but the last, joined by commas. $last: the last one.
site-list-and = { $first } and { $last }

## Moving from page to page

site-loading = Loading…
# Announced to screen readers. $title: the title of the page that came in.
site-page-loaded = Page loaded: { $title }
site-page-failed = The page did not load. Check your connection and try again.
site-offline = You are offline.

## Errors: a title, and what to do

site-error-404-title = Page not found
site-error-404-text = There is nothing at this address. The link may be wrong, or the page may never have existed: try searching for it, or go back to the front page.
site-error-410-title = Article withdrawn
site-error-410-text = There used to be an article here, which the newsroom has withdrawn. You can search for other stories on the subject, or go back to the front page.
site-error-500-title = Something went wrong
site-error-500-text = The fault is ours and we have made a note of it. Try again in a few minutes; if it keeps happening, write to the newsroom.
# $trace: what finds the log line.
site-error-trace = Reference to quote: { $trace }
site-error-400-title = Bad request
site-error-400-text = The server did not understand the request. Go back to the previous page and try again.
site-error-403-title = Access denied
site-error-403-text = This page is not open to everyone. If you should be able to see it, write to the newsroom.
site-error-405-title = Not possible here
site-error-405-text = This address does not take that kind of request. Go back to the previous page and try again from there.
site-error-413-title = Too large
site-error-413-text = What you sent is larger than we can take. Shorten it and try again.
site-error-429-title = Too many requests
# $seconds: how long to wait.
site-error-429-text = { $seconds ->
    [one] You have made too many requests in a short time. Try again in one second.
   *[other] You have made too many requests in a short time. Try again in { $seconds } seconds.
}
site-error-503-title = Back soon
site-error-503-text = The site is not available right now. Try again in a few minutes.
site-error-home = Back to the front page
site-error-search = Search the paper
site-error-retry = Try again
site-error-latest = In the meantime, the latest stories

## Dates

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
# Monday is 1.
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
# $day: 1 to 31. $month: one of month-1 to month-12. $year: as text.
date-long = { $day } { $month } { $year }
# $month: one of month-short-1 to month-short-12.
date-short = { $day } { $month } { $year }
# $date: as date-long or date-short makes it. $time: "9:12".
date-time = { $date } at { $time }
# $when: as date-time makes it. $day: the day of the month as a number; only Italian needs it.
updated-at = Updated { $when }
# $when and $day: as in updated-at.
published-at = Published { $when }
