### الملخص: رسالة بما فات القارئ.

digest-subject-daily = ما فاتك أمس لدى { $site }
digest-subject-weekly = ما فاتك هذا الأسبوع لدى { $site }
digest-lead = إليك ما حدث لدى { $site } في غيابك.
digest-notices = لك
digest-requests =
    { $count ->
        [zero] لا طلبات صداقة تنتظر جوابك
        [one] طلب صداقة واحد ينتظر جوابك
        [two] طلبا صداقة ينتظران جوابك
        [few] { $count } طلبات صداقة تنتظر جوابك
        [many] { $count } طلب صداقة تنتظر جوابك
       *[other] { $count } طلب صداقة تنتظر جوابك
    }
digest-with-others =
    { $count ->
        [zero] { $title }
        [one] { $title }، وشخص آخر
        [two] { $title }، وشخصان آخران
        [few] { $title }، و{ $count } أشخاص آخرين
        [many] { $title }، و{ $count } شخصًا آخر
       *[other] { $title }، و{ $count } شخص آخر
    }
digest-more = هناك المزيد بين إشعاراتك.
digest-scheduled-refused = تعذّر نشر منشور كنت قد جدولته
digest-posts = من أصدقائك
digest-post = { $name }، { $when }
digest-photos =
    { $count ->
        [zero] بلا صور
        [one] صورة واحدة
        [two] صورتان
        [few] { $count } صور
        [many] { $count } صورة
       *[other] { $count } صورة
    }
