import type { BoilerplatePhrases } from "./phrases.ts";

export const englishPhrases: BoilerplatePhrases = {
  share: `
    share | share this | share this article | share this story | share this post | share this page | share
    article | share story | share on facebook | share on twitter | share on x | share on whatsapp | share on
    linkedin | share on telegram | share on reddit | share via email | share by email | share with friends |
    share the story | share with your friends | share link | copy link | copy link to article | link copied
    | link copied to clipboard | copied to clipboard | email this article | email this story | email article
    | print this article | print article | print this page | print this story | tweet this | pin it | send
    to a friend | save article | save for later | save this story | bookmark this article | add to reading
    list | click to share on * | share this on * | share to * | share on * | gift this article | give this
    article | opens in new window | republish this article | listen to this article | listen to article |
    listen to this story | download the audio | follow us on * | follow us | follow * on twitter | follow *
    on facebook | follow * on telegram | like us on facebook | like us on facebook ** | join us on * | join
    us on telegram | join our telegram channel | join our telegram channel ** | join our whatsapp channel **
    | follow us on google news ** | subscribe to our telegram channel ** | subscribe to our youtube channel
    **
  `,
  "read-more": `
    read more | read more here | read more : ** | read more on : ** | read full story | read
    full article | read the full story | read the full article | read the full article here | read also |
    read also : ** | also read | also read : ** | read next | read next : ** | see also | see also : ** | see
    more | show more | load more | view more | view all | more stories | more news | more from * | more on
    this story | more on this topic | more on : * | more in * : | related | related articles | related stories
    | related news | related topics | related content | related posts | related coverage | related links |
    related : ** | you may also like | you might also like | you may like | you might like | recommended |
    recommended for you | recommended stories | recommended articles | recommended reading | editors picks |
    editor s picks | editors choice | editor s choice | most read | most popular | most viewed | most shared
    | trending | trending now | trending stories | top stories | latest news | latest stories | continue
    reading | continue reading below | story continues | story continues below | article continues below |
    continue reading the main story | don t miss | don t miss : ** | click here to read more | click here for
    more | click here to read the full story | up next | what to read next | explore more | in case you
    missed it | next article | previous article | next story | previous story | go to the photo feed | view
    gallery | view all photos | see all photos | # photos | open image in gallery | watch more | watch more :
    ** | watch : ** | watch live | watch the video | popular now | popular stories | you must read | must
    read | around the web | from around the web | promoted stories | sponsored stories | tags | filed under
    | related tags
  `,
  subscribe: `
    subscribe | subscribe now | subscribe today | subscribe here | subscribe for free | subscribe to our
    newsletter | subscribe to our newsletter ** | subscribe to the newsletter | subscribe to * newsletter |
    subscribe to * newsletters | subscribe to newsletter | newsletter | newsletters | newsletter signup |
    newsletter sign up | sign up | sign up now | sign up here | sign up for free | sign up for our
    newsletter | sign up for our newsletter ** | sign up for * newsletter | sign up for * newsletter ** |
    sign up to our newsletter | sign up to * newsletter | sign up to receive ** | get our newsletter | get
    the newsletter | join our newsletter | join our mailing list | enter your email | enter your email
    address | your email address | email address | get the latest news delivered to your inbox | get *
    delivered to your inbox | get * delivered to your inbox ** | delivered to your inbox | sent straight to
    your inbox | get * in your inbox | straight to your inbox | stay up to date | stay informed ** | stay in
    the know | get notified | get breaking news alerts | get alerts | turn on notifications | enable
    notifications | allow notifications | download the app | download our app | download our app ** | get
    the app | get our app | open in app | become a member | become a subscriber | support us | support our
    journalism | support our work | donate | donate now | make a donation | already a subscriber | already a
    subscriber sign in | already a subscriber log in | already a member log in | subscribe to continue
    reading | subscribe to read more | this article is for subscribers only | this content is for
    subscribers only | to continue reading subscribe ** | start your free trial | try for free | unsubscribe
    at any time | you can unsubscribe at any time | by signing up you agree to ** | by subscribing you agree
    to ** | by clicking * you agree to ** | thank you for subscribing | thanks for subscribing | please
    enter a valid email address | choose your plan | manage your subscription | subscribe or log in |
    register for free to continue reading
  `,
  cookies: `
    we use cookies | we use cookies ** | this site uses cookies | this site uses cookies ** | this website
    uses cookies | this website uses cookies ** | our site uses cookies ** | our website uses cookies ** |
    by continuing to use this site you ** | by continuing to use our site you ** | by continuing to browse
    ** | by using this site you agree ** | by using our site you agree ** | accept cookies | accept all
    cookies | accept all | reject all | reject all cookies | cookie settings | cookie policy | cookie
    preferences | cookie notice | manage cookies | manage cookie preferences | manage preferences | manage
    consent | privacy settings | do not sell my personal information | do not sell or share my personal
    information | privacy policy | terms of use | terms of service | terms and conditions | privacy policy
    terms of use | terms privacy | your privacy choices | we value your privacy | we value your privacy ** |
    we care about your privacy
  `,
  advertisement: `
    advertisement | advertisements | advertising | advert | ads | ad feedback | advertisement feedback | ads
    by * | sponsored | sponsored content | sponsored by * | sponsored links | paid content | paid post |
    promoted | promoted content | partner content | advertisement continue reading | advertisement scroll to
    continue | story continues below advertisement | article continues below advertisement | article
    continues after advertisement | article continues after this advertisement | continue reading below
    advertisement | scroll to continue | scroll to continue with content | this ad will end in # seconds |
    skip ad | skip ad in # | skip advertisement | close ad | remove ads | why am i seeing this ad | report
    this ad | report ad | supported by | please disable your ad blocker | please disable your ad blocker **
    | we noticed you re using an ad blocker | advertise with us
  `,
  comments: `
    comments | comment | # comments | # comment | comments # | no comments yet | leave a comment | leave a
    reply | add a comment | add comment | add your comment | post a comment | post comment | write a comment
    | write your comment | join the conversation | join the discussion | join the debate | start the
    conversation | be the first to comment | view comments | view # comments | view all comments | show
    comments | show comments # | hide comments | see comments | read comments | load comments | load more
    comments | comments are closed | comments are closed for this article | commenting is closed | comments
    are turned off | sort by newest | sort by oldest | newest first | oldest first | your email address will
    not be published | your email address will not be published ** | required fields are marked | please log
    in to comment | log in to comment | login to comment | you must be logged in to post a comment | you
    must be logged in to comment | sign in to comment | please sign in to comment | cancel reply | reply |
    report comment | report a comment | discuss | discuss this article | disqus comments | please enable
    javascript to view the comments | please enable javascript to view the comments ** | please enable
    javascript to view * | to participate in the discussion log in or register | to participate in the
    discussion ** | have your say | most recent comments | community guidelines | commenting rules
  `,
  "live-ticker": `
    live updates | live updates : ** | live update | live blog | live : ** | watch live : ** | live blog : ** |
    follow live updates | follow our live blog ** | follow our live coverage ** | follow live | follow live :
    ** | live coverage | live now | breaking | breaking news | just in | developing story | this is a
    developing story | this is a developing story ** | this is a breaking news story ** | this story is
    developing ** | this story is breaking ** | this breaking news story is being updated ** | please
    refresh the page for updates | more details to follow | more to follow | new updates | # new updates |
    refresh for updates | auto refresh | new firstold first | new first | old first | start of live chat |
    scroll down for updates | the latest updates
  `,
  account: `
    log in | login | log out | sign in | sign in or register | log in or register | login or register |
    register | register now | create account | create an account | create a free account | my account |
    forgot password | forgot your password | reset password | remember me | don t have an account | don t
    have an account sign up | already have an account | already have an account log in | already have an
    account sign in | continue with google | continue with facebook | continue with apple | sign in with
    google | sign in with facebook | log in with facebook | access to the chat has been blocked ** | you
    will be able to participate again through ** | enter the code | please confirm you are not a robot |
    verify you are human | i m not a robot
  `,
  navigation: `
    back to top | go to top | scroll to top | top of page | skip to content | skip to main content | skip to
    navigation | skip to main navigation | main menu | menu | close menu | open menu | toggle navigation |
    toggle menu | search this site | close | site map | sitemap | contact us | about us | all rights
    reserved | # * all rights reserved | copyright copyright # * all
    rights reserved | copyright # * all rights reserved | report a typo | report
    an error | report a mistake | report an error to the editor | found a typo | found a mistake | did you
    find an error ** | select text and press ctrl enter ** | page not found | enable javascript | please
    enable javascript | javascript is disabled | javascript is disabled ** | your browser does not support *
    | your browser does not support the video tag | your browser is not supported | this video is not
    available | this video can not be played | the media could not be loaded ** | play video | loading |
    please wait | subscribe to rss | rss | rss feed
  `,
};
