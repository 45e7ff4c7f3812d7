### الصفحة الرئيسية: التبويبات، وقاعدة عرض المنشورات، وخط الزيارة الأخيرة، وما يقف بجانبها.

home-title = الرئيسية
home-compose = كتابة منشور
home-compose-photos = صور
home-tabs = أي منشورات
home-tab-everything = الكل
home-tab-friends = الأصدقاء
home-rule = الأحدث أولًا: منشورات من تتابعهم وما يُكتب على صفحاتهم.
home-rule-with-everyone = الأحدث أولًا: منشورات من تتابعهم، وما دامت قليلة فمعها ما يكتبه الآخرون هنا للجميع.
home-rule-with-tags = الأحدث أولًا: منشورات من تتابعهم وما يُكتب على صفحاتهم، ومعها ما يكتبه الآخرون هنا للجميع بوسم تتابعه.
home-rule-friends = الأحدث أولًا: منشورات أصدقائك وما يُكتب على صفحاتهم.
home-first = في الأعلى لأنك اخترت رؤية هؤلاء أولًا
home-caught-up = اطّلعت على كل جديد
home-caught-up-text = ما يلي كان هنا في زيارتك الأخيرة.
home-new-posts =
    { $count ->
        [zero] لا منشورات جديدة
        [one] منشور جديد واحد
        [two] منشوران جديدان
        [few] { $count } منشورات جديدة
        [many] { $count } منشورًا جديدًا
       *[other] { $count } منشور جديد
    }
home-end-title = هذا كل شيء
home-end-text = وصلت إلى البداية.
home-back-up = إلى أحدث المنشورات
home-empty-title = المكان هادئ الآن
home-empty-text = ألقِ التحية، وأضف صورة ليعرفك الآخرون، وابحث عمّن تعرفهم. ستجتمع منشوراتهم هنا.
home-add-photo = إضافة صورة
home-say-hello = ألقِ التحية
home-hello = مرحبًا، أنا { $name }.
home-empty-friends-title = لا منشورات من الأصدقاء بعد
home-empty-friends-text = عندما يكون لك أصدقاء هنا ستقرأ منشوراتهم في هذه الصفحة، الأحدث أولًا.
home-find-people = ابحث عن أشخاص
home-requests = طلبات الصداقة
home-suggestions = أشخاص قد تعرفهم
home-see-all = عرض الكل
home-add-friend = إضافة { $name } إلى الأصدقاء
home-in-common =
    { $count ->
        [zero] لا أصدقاء مشتركين
        [one] صديق مشترك واحد
        [two] صديقان مشتركان
        [few] { $count } أصدقاء مشتركين
        [many] { $count } صديقًا مشتركًا
       *[other] { $count } صديق مشترك
    }
