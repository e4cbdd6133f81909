// Reference data, written by generate_reference.py; change that, not this.
// swift-format-ignore-file
// Sources and licences: NOTICE.md in the folder above.

/// Communes before July 2025: code, kind, name, successors (~ part, ! default part).
enum FormerCommuneData2 {
  static let text: StaticString = #"""
D	30	298	Huyện Tứ Kỳ
11113	x	Tân Kỳ	11113
11116	x	Quang Khải	11074
11119	x	Đại Hợp	11113
11122	x	Dân An	11113
11125	x	An Thanh	11131
11128	x	Minh Đức	11074
11131	x	Văn Tố	11131
11134	x	Quang Trung	11140
11140	x	Lạc Phượng	11140
11143	x	Tiên Động	11140!,11146~
11146	x	Nguyên Giáp	11146
11149	x	Hà Kỳ	11146
11152	x	Hà Thanh	11146
D	30	299	Huyện Ninh Giang
11161	x	Ứng Hòe	11164
11164	x	Nghĩa An	11164
11167	x	Đức Phúc	11167
11173	x	An Đức	11167
11179	x	Tân Hương	11164
11185	x	Vĩnh Hòa	11203
11188	x	Bình Xuyên	11224
11197	x	Tân Phong	11167
11203	t	Ninh Giang	11203
11206	x	Tân Quang	11218
11215	x	Hồng Dụ	11203
11218	x	Văn Hội	11218
11224	x	Hồng Phong	11224
11227	x	Hiệp Lực	11203
11230	x	Kiến Phúc	11224
11233	x	Hưng Long	11218
D	30	300	Huyện Thanh Miện
11239	t	Thanh Miện	11065~,11239!
11242	x	Thanh Tùng	10993~,11242!
11245	x	Phạm Kha	11242
11248	x	Ngô Quyền	11257
11251	x	Đoàn Tùng	10993~,11242!
11254	x	Hồng Quang	11254
11257	x	Tân Trào	11257
11260	x	Lam Sơn	11254
11263	x	Đoàn Kết	11257
11266	x	Lê Hồng	11254
11269	x	Tứ Cường	11239
11275	x	Ngũ Hùng	11239
11278	x	Cao Thắng	11239
11281	x	Chi Lăng Bắc	11284
11284	x	Chi Lăng Nam	11284
11287	x	Thanh Giang	11284
11293	x	Hồng Phong	11284
D	31	303	Quận Hồng Bàng
11296	p	Quán Toan	11602
11299	p	Hùng Vương	11311
11302	p	Sở Dầu	11311
11305	p	Thượng Lý	11311
11311	p	Minh Khai	11311
11320	p	Hoàng Văn Thụ	11311
11323	p	Phan Bội Châu	11311
11587	p	Đại Bản	11593~,11602!
11599	p	An Hưng	11581~,11602!
11602	p	An Hồng	11602
D	31	304	Quận Ngô Quyền
11329	p	Máy Chai	11329
11335	p	Vạn Mỹ	11329
11338	p	Cầu Tre	11329
11341	p	Gia Viên	11311~,11329~,11359!
11344	p	Cầu Đất	11359~,11383!
11350	p	Đông Khê	11329~,11359!
11359	p	Đằng Giang	11359
11365	p	Lạch Tray	11359!,11383~
D	31	305	Quận Lê Chân
11371	p	An Biên	11383!,11407~
11383	p	Trần Nguyên Hãn	11383!,11407~
11395	p	Hàng Kênh	11383
11401	p	An Dương	11407
11404	p	Dư Hàng Kênh	11383
11405	p	Kênh Dương	11383
11407	p	Vĩnh Niệm	11383~,11407!
D	31	306	Quận Hải An
11410	p	Đông Hải 1	11411
11411	p	Đông Hải 2	11411!,11413~
11413	p	Đằng Lâm	11413
11414	p	Thành Tô	11413
11416	p	Đằng Hải	11413
11419	p	Nam Hải	11411~,11413!
11422	p	Cát Bi	11413
11425	p	Tràng Cát	11413
D	31	307	Quận Kiến An
11431	p	Đồng Hòa	11443!,11446~
11434	p	Bắc Sơn	11443!,11446~
11437	p	Nam Sơn	11443~,11446!
11440	p	Ngọc Sơn	11446
11443	p	Trần Thành Ngọ	11443~,11446!
11446	p	Văn Đẩu	11443~,11446!
11449	p	Bắc Hà	11446
D	31	308	Quận Đồ Sơn
11455	p	Ngọc Xuyên	11455!,11737~
11458	p	Hải Sơn	11455
11461	p	Vạn Hương	11455!,11737~
11465	p	Minh Đức	11737
11467	p	Bàng La	11737
11737	p	Hợp Đức	11737
D	31	309	Quận Dương Kinh
11683	p	Đa Phúc	11689
11686	p	Hưng Đạo	11689
11689	p	Anh Dũng	11689!,11692~
11692	p	Hải Thành	11689~,11692!
11707	p	Hòa Nghĩa	11692
11740	p	Tân Thành	11455~,11692!
D	31	311	Thành phố Thủy Nguyên
11473	p	Minh Đức	11473
11485	x	Liên Xuân	11488!,11503~
11488	p	Lưu Kiếm	11488
11500	x	Bạch Đằng	11473
11503	x	Ninh Sơn	11503
11506	p	Quảng Thanh	11506
11512	p	Trần Hưng Đạo	11488
11518	x	Quang Trung	11488~,11506!
11521	p	Lê Hồng Phong	11506~,11557!
11527	p	Hòa Bình	11533
11530	p	Thủy Hà	11533~,11560!
11533	p	An Lư	11533~,11560!
11539	p	Phạm Ngũ Lão	11473
11542	p	Nam Triệu Giang	11542
11545	p	Tam Hưng	11542
11551	p	Lập Lễ	11542
11557	p	Thiên Hương	11557
11560	p	Thủy Đường	11560
11569	p	Hoàng Lâm	11557
11572	p	Hoa Động	11557!,11560~
11578	p	Dương Quan	11560
D	31	312	Quận An Dương
11581	p	Lê Lợi	11581!,11593~,11617~
11584	p	Lê Thiện	11593!,11602~
11590	p	An Hòa	11593
11593	p	Hồng Phong	11593
11596	p	Tân Tiến	11581~,11593!,11602~
11608	p	Nam Sơn	11581
11614	p	An Hải	11581!,11617~
11617	p	Đồng Thái	11581~,11617!
11623	p	An Đồng	11617
11626	p	Hồng Thái	11617
D	31	313	Huyện An Lão
11629	t	An Lão	11629
11632	x	Bát Trang	11635
11635	x	Trường Thọ	11635
11638	x	Trường Thành	11635
11641	x	An Tiến	11629
11644	x	Quang Hưng	11647
11647	x	Quang Trung	11647
11650	x	Quốc Tuấn	11647
11653	x	An Thắng	11629
11656	t	Trường Sơn	11446~,11629!
11659	x	Tân Dân	11629
11662	x	Thái Sơn	11629~,11668!
11665	x	Tân Viên	11668
11668	x	Mỹ Đức	11668
11671	x	Chiến Thắng	11674
11674	x	An Thọ	11674
11677	x	An Thái	11674
D	31	314	Huyện Kiến Thụy
11680	t	Núi Đối	11680
11695	x	Đông Phương	11725
11698	x	Thuận Thiên	11680
11701	x	Hữu Bằng	11680
11704	x	Đại Đồng	11725
11710	x	Ngũ Phúc	11713
11713	x	Kiến Quốc	11713
11716	x	Du Lễ	11713
11722	x	Thanh Sơn	11680
11725	x	Minh Tân	11725
11728	x	Kiến Hưng	11680~,11728!
11734	x	Tân Phong	11749
11743	x	Tân Trào	11728
11746	x	Đoàn Xá	11728~,11749!
11749	x	Tú Sơn	11749
11752	x	Đại Hợp	11749
D	31	315	Huyện Tiên Lãng
11755	t	Tiên Lãng	11755
11758	x	Đại Thắng	11761
11761	x	Tiên Cường	11761
11764	x	Tự Cường	11761
11770	x	Quyết Tiến	11755
11773	x	Khởi Nghĩa	11755
11776	x	Tiên Thanh	11755
11779	x	Cấp Tiến	11779
11782	x	Kiến Thiết	11779
11785	x	Đoàn Lập	11779
11791	x	Tân Minh	11779~,11791!
11797	x	Tiên Thắng	11791
11800	x	Tiên Minh	11791
11803	x	Bắc Hưng	11806
11806	x	Nam Hưng	11806
11809	x	Hùng Thắng	11809
11812	x	Tây Hưng	11806
11815	x	Đông Hưng	11806
11821	x	Vinh Quang	11809
D	31	316	Huyện Vĩnh Bảo
11824	t	Vĩnh Bảo	11824
11827	x	Dũng Tiến	11842
11830	x	Giang Biên	11842
11833	x	Thắng Thủy	11836
11836	x	Trung Lập	11836
11839	x	Việt Tiến	11836
11842	x	Vĩnh An	11842
11848	x	Vĩnh Hòa	11848
11851	x	Hùng Tiến	11848
11857	x	Tân Hưng	11824
11860	x	Tân Liên	11824
11866	x	Vĩnh Hưng	11824
11875	x	Vĩnh Hải	11875
11881	x	Liên Am	11887
11884	x	Lý Học	11911
11887	x	Tam Cường	11887
11890	x	Hòa Bình	10804~,10843~,11911!
11893	x	Tiền Phong	11875
11902	x	Cao Minh	11887
11911	x	Trấn Dương	11911
D	31	317	Huyện Cát Hải
11914	t	Cát Bà	11914
11917	t	Cát Hải	11914
11920	x	Nghĩa Lộ	11914
11923	x	Đồng Bài	11914
11926	x	Hoàng Châu	11914
11929	x	Văn Phong	11914
11932	x	Phù Long	11914
11935	x	Gia Luận	11914
11938	x	Hiền Hào	11914
11941	x	Trân Châu	11914
11944	x	Việt Hải	11914
11947	x	Xuân Đám	11914
D	33	323	Thành phố Hưng Yên
11950	p	Lam Sơn	11983
11953	p	Hiến Nam	11953
11956	p	An Tảo	11953
11959	p	Lê Lợi	11953
11962	p	Minh Khai	11953
11968	p	Hồng Châu	11980
11971	x	Trung Nghĩa	11953
11974	x	Liên Phương	11953
11977	x	Phương Nam	11977
11980	x	Quảng Châu	11980
11983	x	Bảo Khê	11983
12331	x	Phú Cường	11983
12334	x	Hùng Cường	11983
12385	x	Tân Hưng	11977
12388	x	Hoàng Hanh	11980
D	33	325	Huyện Văn Lâm
11986	t	Như Quỳnh	12004
11989	x	Lạc Đạo	11992!,11995~
11992	x	Chỉ Đạo	11992
11995	x	Đại Đồng	11995
11998	x	Việt Hưng	11995
12001	x	Tân Quang	12004
12004	x	Đình Dù	11995~,12004!
12007	x	Minh Hải	11992
12010	x	Lương Tài	11995
12013	x	Trưng Trắc	12004
12016	x	Lạc Hồng	12004
D	33	326	Huyện Văn Giang
12019	t	Văn Giang	12019
12022	x	Xuân Quan	12025
12025	x	Cửu Cao	12025
12028	x	Phụng Công	12025
12031	x	Nghĩa Trụ	12031
12034	x	Long Hưng	12031
12037	x	Vĩnh Khúc	12031
12040	x	Liên Nghĩa	12019
12043	x	Tân Tiến	12019
12046	x	Thắng Lợi	12049
12049	x	Mễ Sở	12049
D	33	327	Huyện Yên Mỹ
12052	t	Yên Mỹ	12073
12055	x	Nguyễn Văn Linh	12064
12061	x	Đồng Than	12070
12064	x	Ngọc Long	12064
12067	x	Liêu Xá	12064
12070	x	Hoàn Long	12070
12073	x	Tân Lập	12073
12076	x	Thanh Long	12091
12079	x	Yên Phú	12091
12085	x	Trung Hòa	12073
12091	x	Việt Yên	12091
12100	x	Tân Minh	12073
D	33	328	Thị xã Mỹ Hào
12103	p	Bần Yên Nhân	12103
12106	p	Phan Đình Phùng	12103
12109	x	Cẩm Xá	12103
12112	x	Dương Quang	12127
12115	x	Hòa Phong	12127
12118	p	Nhân Hòa	12103
12121	p	Dị Sử	12133
12124	p	Bạch Sam	12127
12127	p	Minh Đức	12127
12130	p	Phùng Chí Kiên	12133
12133	x	Xuân Dục	12133
12136	x	Ngọc Lâm	12133
12139	x	Hưng Long	12133
D	33	329	Huyện Ân Thi
12142	t	Ân Thi	12142
12145	x	Phù Ủng	12148
12148	x	Bắc Sơn	12148
12151	x	Bãi Sậy	12148
12154	x	Đào Dương	12148
12157	x	Quang Vinh	12142
12160	x	Vân Du	12166
12166	x	Xuân Trúc	12166
12169	x	Hoàng Hoa Thám	12142
12172	x	Quảng Lãng	12166
12175	x	Đa Lộc	12184
12178	x	Đặng Lễ	12184
12181	x	Cẩm Ninh	12184
12184	x	Nguyễn Trãi	12184
12190	x	Hồ Tùng Mậu	12196
12193	x	Tiền Phong	12196
12196	x	Hồng Quang	12196
12202	x	Hạ Lễ	12196
D	33	330	Huyện Khoái Châu
12205	t	Khoái Châu	12205
12208	x	Đông Tảo	12070
12211	x	Bình Minh	12049
12214	x	Phạm Hồng Thái	12223
12220	x	Ông Đình	12223
12223	x	Tân Dân	12223
12226	x	Tứ Dân	12247
12229	x	An Vĩ	12223
12232	x	Đông Kết	12205
12238	x	Dân Tiến	12238
12244	x	Đồng Tiến	12238
12247	x	Tân Châu	12247
12250	x	Liên Khê	12205
12253	x	Phùng Hưng	12205
12256	x	Việt Hòa	12238
12259	x	Đông Ninh	12247
12262	x	Đại Tập	12247
12265	x	Chí Minh	12271
12271	x	Thuần Hưng	12271
12274	x	Nguyễn Huệ	12271
D	33	331	Huyện Kim Động
12280	t	Lương Bằng	12280
12283	x	Nghĩa Dân	12286
12286	x	Toàn Thắng	12286
12289	x	Vĩnh Xá	12286
12292	x	Phạm Ngũ Lão	12280
12295	x	Phú Thọ	12313
12298	x	Đồng Thanh	12286
12301	x	Song Mai	12322
12304	x	Chính Nghĩa	12280
12313	x	Mai Động	12313
12316	x	Đức Hợp	12313
12319	x	Hùng An	12322
12322	x	Ngọc Thanh	11983~,12322!
12325	x	Diên Hồng	12280
12328	x	Hiệp Cường	12322
D	33	332	Huyện Tiên Lữ
12337	t	Vương	12337
12340	x	Hưng Đạo	12337
12346	x	Nhật Tân	12337
12352	x	Lệ Xá	12361
12355	x	An Viên	12337
12361	x	Trung Dũng	12361
12364	x	Hải Thắng	12364
12367	x	Thủ Sỹ	11977
12370	x	Thiện Phiến	12364
12373	x	Thụy Lôi	12364
12376	x	Cương Chính	12361
D	33	333	Huyện Phù Cừ
12391	t	Trần Cao	12391
12394	x	Minh Tân	12391
12397	x	Phan Sào Nam	12406
12400	x	Quang Hưng	12391
12403	x	Minh Hoàng	12406
12406	x	Đoàn Đào	12406
12409	x	Tống Phan	12391
12412	x	Đình Cao	12424
12415	x	Nhật Quang	12424
12421	x	Tam Đa	12427
12424	x	Tiên Tiến	12424
12427	x	Nguyên Hòa	12427
12430	x	Tống Trân	12427
D	34	336	Thành phố Thái Bình
12433	p	Lê Hồng Phong	13225
12436	p	Bồ Xuyên	13225
12439	p	Đề Thám	12452
12442	p	Kỳ Bá	12454
12445	p	Quang Trung	12452
12448	p	Phú Khánh	12466
12451	p	Tiền Phong	13225
12452	p	Trần Hưng Đạo	12452
12454	p	Trần Lãm	12454
12457	x	Đông Hòa	12817
12460	p	Hoàng Diệu	12817
12463	x	Phú Xuân	12452
12466	x	Vũ Phúc	12466
12469	x	Vũ Chính	12454
12817	x	Đông Mỹ	12817
12820	x	Đông Thọ	12817
13084	x	Vũ Đông	12454
13108	x	Vũ Lạc	12454
13225	x	Tân Bình	13225
D	34	338	Huyện Quỳnh Phụ
12472	t	Quỳnh Côi	12472
12475	x	An Khê	12499
12478	x	An Đồng	12499
12481	x	Quỳnh Hoa	12511
12484	x	Quỳnh Lâm	12517
12487	x	Quỳnh Thọ	12511
12490	x	An Hiệp	12499
12493	x	Quỳnh Hoàng	12517
12496	x	Quỳnh Giao	12511
12499	x	An Thái	12499
12502	x	An Cầu	12526
12505	x	Quỳnh Hồng	12472
12508	x	Quỳnh Khê	12532
12511	x	Quỳnh Minh	12511
12514	x	An Ninh	12523
12517	x	Quỳnh Ngọc	12517
12520	x	Quỳnh Hải	12472
12523	t	An Bài	12523
12526	x	An Ấp	12526
12529	x	Quỳnh Hội	12472
12532	x	Châu Sơn	12532
12535	x	Quỳnh Mỹ	12472
12538	x	An Quý	12526
12541	x	An Thanh	12523
12547	x	An Vũ	12523
12550	x	An Lễ	12526
12553	x	Quỳnh Hưng	12472
12559	x	An Mỹ	12523
12562	x	Quỳnh Nguyên	12532
12565	x	An Vinh	12577
12571	x	An Dục	12583
12574	x	Đông Hải	12577
12577	x	Trang Bảo Xá	12577
12580	x	An Tràng	12583
12583	x	Đồng Tiến	12583
D	34	339	Huyện Hưng Hà
12586	t	Hưng Hà	12586
12589	x	Quang Trung	12619
12592	x	Tân Lễ	12613
12595	x	Cộng Hòa	12595
12601	x	Canh Tân	12595
12604	x	Hòa Tiến	12595
12610	x	Tân Tiến	12634
12613	t	Hưng Nhân	12613
12616	x	Đoan Hùng	12634
12619	x	Duyên Hải	12619
12622	x	Tân Hòa	12595
12625	x	Văn Cẩm	12619
12628	x	Bắc Sơn	12631
12631	x	Đông Đô	12631
12634	x	Phúc Khánh	12634
12637	x	Liên Hiệp	12613
12640	x	Tây Đô	12631
12643	x	Thống Nhất	12586
12646	x	Tiến Đức	12613
12649	x	Thái Hưng	12613
12652	x	Thái Phương	12634
12655	x	Hòa Bình	12586
12656	x	Chi Lăng	12631
12658	x	Minh Khai	12586
12661	x	Hồng An	12676
12664	x	Kim Trung	12586
12667	x	Hồng Lĩnh	12586
12670	x	Minh Tân	12676
12673	x	Văn Lang	12586
12676	x	Độc Lập	12676
12679	x	Chí Hòa	12685
12682	x	Minh Hòa	12685
12685	x	Hồng Minh	12685
D	34	340	Huyện Đông Hưng
12688	t	Đông Hưng	12688
12694	x	Đông Phương	12694
12700	x	Liên An Đô	12700
12703	x	Đông Sơn	12688
12706	x	Đông Cường	12694
12709	x	Phú Lương	12700
12712	x	Mê Linh	12700
12715	x	Lô Giang	12700
12718	x	Đông La	12688
12721	x	Minh Tân	12754
12724	x	Đông Xá	12694
12730	x	Nguyên Xá	12688
12736	x	Phong Dương Tiến	12736
12739	x	Hồng Việt	12754
12745	x	Hà Giang	12745
12748	x	Đông Kinh	12745
12751	x	Đông Hợp	12688
12754	x	Thăng Long	12754
12757	x	Đông Các	12688
12760	x	Phú Châu	12736
12763	x	Liên Hoa	12763
12769	x	Đông Tân	12793
12772	x	Đông Vinh	12745
12775	x	Xuân Quang Động	12775
12778	x	Hồng Bạch	12754
12784	x	Trọng Quan	12763
12790	x	Hồng Giang	12763
12793	x	Đông Quan	12793
12802	x	Đông Á	12793
12808	x	Đông Hoàng	12775
12811	x	Đông Dương	12817
12823	x	Minh Phú	12763
D	34	341	Huyện Thái Thụy
12826	t	Diêm Điền	12826
12832	x	Thụy Trường	12862
12841	x	Hồng Dũng	12862
12844	x	Thụy Quỳnh	12859
12847	x	An Tân	12862
12850	x	Thụy Ninh	12850
12853	x	Thụy Hưng	12865
12856	x	Thụy Việt	12859
12859	x	Thụy Văn	12859
12862	x	Thụy Xuân	12862
12865	x	Dương Phúc	12865
12868	x	Thụy Trình	12826
12871	x	Thụy Bình	12826
12874	x	Thụy Chính	12850
12877	x	Thụy Dân	12850
12880	x	Thụy Hải	12826
12889	x	Thụy Liên	12826
12892	x	Thụy Duyên	12904
12898	x	Thụy Thanh	12904
12901	x	Thụy Sơn	12865
12904	x	Thụy Phong	12904
12907	x	Thái Thượng	12922
12910	x	Thái Nguyên	12922
12916	x	Dương Hồng Thủy	12916
12919	x	Thái Giang	12919
12922	x	Hòa An	12922
12925	x	Sơn Hà	12919
12934	x	Thái Phúc	12916
12937	x	Thái Hưng	12922
12940	x	Thái Đô	12943
12943	x	Thái Xuyên	12943
12949	x	Mỹ Lộc	12943
12958	x	Tân Học	12943
12961	x	Thái Thịnh	12961
12964	x	Thuần Thành	12961
12967	x	Thái Thọ	12961
D	34	342	Huyện Tiền Hải
12970	t	Tiền Hải	12970
12976	x	Đông Trà	12988
12979	x	Đông Long	12988
12985	x	Vũ Lăng	12970
12988	x	Đông Xuyên	12988
12991	x	Tây Lương	12970
12994	x	Tây Ninh	12970
12997	x	Đông Quang	12988
13000	x	Đông Hoàng	13003
13003	x	Đông Minh	13003
13012	x	An Ninh	12970
13018	x	Đông Cơ	13003
13021	x	Tây Giang	13021
13024	x	Đông Lâm	13003
13027	x	Phương Công	13039
13030	x	Ái Quốc	13021
13036	x	Nam Cường	13057
13039	x	Vân Trường	13039
13045	x	Nam Chính	13057
13048	x	Bắc Hải	13039
13051	x	Nam Thịnh	13057
13054	x	Nam Hà	13063
13057	x	Nam Tiến	13057
13060	x	Nam Trung	13066
13063	x	Nam Hồng	13063
13066	x	Nam Hưng	13066
13069	x	Nam Hải	13063
13072	x	Nam Phú	13066
D	34	343	Huyện Kiến Xương
13075	t	Kiến Xương	13075
13078	x	Trà Giang	13093
13081	x	Quốc Tuấn	13093
13087	x	An Bình	13096
13090	x	Tây Sơn	12454
13093	x	Hồng Thái	13093
13096	x	Bình Nguyên	13096
13102	x	Lê Lợi	13120
13111	x	Vũ Lễ	13132
13114	x	Thanh Tân	13096
13120	x	Thống Nhất	13120
13126	x	Vũ Ninh	13141
13129	x	Vũ An	13141
13132	x	Quang Lịch	13132
13135	x	Hòa Bình	13132
13138	x	Bình Minh	13075
13141	x	Vũ Quý	13141
13144	x	Quang Bình	13075
13150	x	Vũ Trung	13141
13156	x	Vũ Công	13159
13159	x	Hồng Vũ	13159
13162	x	Quang Minh	13075
13165	x	Quang Trung	13075
13171	x	Minh Quang	13183
13177	x	Minh Tân	13183
13180	x	Nam Bình	13186
13183	x	Bình Thanh	13183
13186	x	Bình Định	13186
13189	x	Hồng Tiến	13186
D	34	344	Huyện Vũ Thư
13192	t	Vũ Thư	13192
13195	x	Hồng Lý	13219
13198	x	Đồng Thanh	13219
13201	x	Xuân Hòa	13219
13204	x	Hiệp Hòa	13222
13207	x	Phúc Thành	13225
13210	x	Tân Phong	13225
13213	x	Song Lãng	13222
13216	x	Tân Hòa	13225
13219	x	Việt Hùng	13219
13222	x	Minh Lãng	13222
13228	x	Minh Khai	13192
13231	x	Dũng Nghĩa	13192
13234	x	Minh Quang	13192
13237	x	Tam Quang	13192
13240	x	Tân Lập	13246
13243	x	Bách Thuận	13246
13246	x	Tự Tân	13246
13249	x	Song An	12466
13252	x	Trung An	12466
13255	x	Vũ Hội	13264
13258	x	Hòa Bình	13192
13261	x	Nguyên Xá	12466
13264	x	Việt Thuận	13264
13267	x	Vũ Vinh	13264
13270	x	Vũ Đoài	13279
13273	x	Vũ Tiến	13279
13276	x	Vũ Vân	13264
13279	x	Duy Nhất	13279
13282	x	Hồng Phong	13279
D	35	347	Thành phố Phủ Lý
13285	p	Quang Trung	13285~,13366!
13291	p	Lê Hồng Phong	13291
13294	p	Châu Cầu	13285
13303	p	Lam Hạ	13366
13306	x	Phù Vân	13291
13309	p	Liêm Chính	13285
13315	p	Thanh Châu	13285
13318	p	Châu Sơn	13318
13366	p	Tân Hiệp	13366
13426	x	Kim Bình	13291
13444	p	Tân Liêm	13444
13459	p	Thanh Tuyền	13318
13507	x	Đinh Xá	13444
13513	x	Trịnh Xá	13444
D	35	349	Thị xã Duy Tiên
13321	p	Đồng Văn	13348
13324	p	Hòa Mạc	13324!,13330~
13327	x	Mộc Hoàn	13330
13330	p	Châu Giang	13330
13333	p	Bạch Thượng	13348
13336	p	Duy Minh	13336
13342	p	Duy Hải	13336
13345	x	Chuyên Ngoại	13324
13348	p	Yên Bắc	13348
13351	x	Trác Văn	13324
13354	p	Tiên Nội	13363~,13366!
13357	p	Hoàng Đông	13336!,13366~
13360	x	Yên Nam	13324
13363	x	Tiên Ngoại	13363~,13366!
13369	x	Tiên Sơn	13363
D	35	350	Thị xã Kim Bảng
13384	p	Quế	13384
13387	x	Nguyễn Úy	13396
13390	p	Đại Cương	13393
13393	p	Lê Hồ	13393
13396	p	Tượng Lĩnh	13396
13402	p	Tân Tựu	13402
13405	p	Đồng Hóa	13393
13408	x	Hoàng Tây	13402
13411	p	Tân Sơn	13396
13414	x	Thụy Lôi	13420
13417	x	Văn Xá	13384
13420	x	Khả Phong	13420
13423	p	Ngọc Sơn	13384
13429	p	Ba Sao	13420
13432	x	Liên Sơn	13435
13435	p	Thi Sơn	13435
13438	x	Thanh Sơn	13435
D	35	351	Huyện Thanh Liêm
13441	t	Kiện Khê	13318
13450	x	Liêm Phong	13456
13453	x	Thanh Hà	13456
13456	x	Liêm Cần	13456
13465	x	Liêm Thuận	13483
13468	x	Thanh Thủy	13474
13471	x	Thanh Phong	13474
13474	t	Tân Thanh	13474
13477	x	Thanh Tân	13489
13480	x	Liêm Túc	13483
13483	x	Liêm Sơn	13483
13486	x	Thanh Hương	13495
13489	x	Thanh Nghị	13489
13492	x	Thanh Tâm	13495
13495	x	Thanh Nguyên	13495
13498	x	Thanh Hải	13489
D	35	352	Huyện Bình Lục
13501	t	Bình Mỹ	13501
13504	x	Bình Nghĩa	13504
13510	x	Tràng An	13504
13516	x	Đồng Du	13504
13519	x	Ngọc Lũ	13540
13525	x	Đồn Xá	13501
13528	x	An Ninh	13531
13531	x	Bồ Đề	13531
13540	x	Bình An	13540
13543	x	Vũ Bản	13531
13546	x	Trung Lương	13540
13552	x	An Đổ	13558
13555	x	La Sơn	13501
13558	x	Tiêu Động	13558
13561	x	An Lão	13558
D	35	353	Huyện Lý Nhân
13567	x	Hợp Lý	13573
13570	x	Nguyên Lý	13591
13573	x	Chính Lý	13573
13576	x	Chân Lý	13579
13579	x	Đạo Lý	13579
13582	x	Công Lý	13591
13585	x	Văn Lý	13573
13588	x	Bắc Lý	13579
13591	x	Đức Lý	13591
13594	x	Trần Hưng Đạo	13594
13597	t	Vĩnh Trụ	13597
13600	x	Nhân Thịnh	13609
13606	x	Nhân Khang	13597
13609	x	Nhân Mỹ	13609
13612	x	Nhân Nghĩa	13594
13615	x	Nhân Chính	13597
13618	x	Nhân Bình	13594
13621	x	Phú Phúc	13627
13624	x	Xuân Khê	13609
13627	x	Tiến Thắng	13627
13630	x	Hòa Hậu	13627
D	36	356	Thành phố Nam Định
13636	p	Vị Xuyên	13669
13657	p	Trường Thi	13777
13666	p	Trần Hưng Đạo	13669
13669	p	Cửa Bắc	13669
13678	p	Năng Tĩnh	13669
13681	p	Quang Trung	13669
13684	p	Lộc Hạ	13684
13687	p	Lộc Vượng	13669
13690	p	Cửa Nam	13669
13693	p	Lộc Hòa	13693
13696	p	Nam Phong	13972
13699	p	Mỹ Xá	13699
13705	p	Nam Vân	13984
13708	p	Hưng Lộc	13708
13711	x	Mỹ Hà	13693
13717	x	Mỹ Thắng	13693
13720	x	Mỹ Trung	13684
13723	x	Mỹ Tân	13684
13726	x	Mỹ Phúc	13669
13732	x	Mỹ Thuận	13708
13735	x	Mỹ Lộc	13708
D	36	359	Huyện Vụ Bản
13741	t	Gôi	13741
13747	x	Hiển Khánh	13753
13750	x	Minh Tân	13750
13753	x	Hợp Hưng	13753
13756	x	Đại An	13699
13762	x	Cộng Hòa	13750
13765	x	Trung Thành	13753
13768	x	Quang Trung	13753
13777	x	Thành Lợi	13777
13780	x	Kim Thái	13741
13783	x	Liên Minh	13786
13786	x	Đại Thắng	13786
13789	x	Tam Thanh	13741
13792	x	Vĩnh Hào	13786
D	36	360	Huyện Ý Yên
13795	t	Lâm	13795
13801	x	Trung Nghĩa	13807
13807	x	Tân Minh	13807
13810	x	Yên Thọ	13822
13819	x	Phú Hưng	13822
13822	x	Yên Chính	13822
13825	x	Yên Bình	13834
13831	x	Yên Mỹ	13834
13834	x	Yên Dương	13834
13843	x	Yên Khánh	13795
13846	x	Yên Phong	13795
13849	x	Yên Ninh	13834
13852	x	Yên Lương	13864
13861	x	Yên Tiến	13864
13864	x	Yên Thắng	13864
13867	x	Yên Phúc	13870
13870	x	Yên Cường	13870
13873	x	Yên Lộc	13870
13876	x	Hồng Quang	13795
13879	x	Yên Đồng	13879
13882	x	Yên Khang	13879
13885	x	Yên Nhân	13870
13888	x	Yên Trị	13879
D	36	361	Huyện Nghĩa Hưng
13891	t	Liễu Đề	13891
13894	t	Rạng Đông	13894
13900	x	Đồng Thịnh	13900
13906	x	Nghĩa Thái	13891
13909	x	Hoàng Nam	13900
13912	x	Nghĩa Châu	13891
13915	x	Nghĩa Trung	13891
13918	x	Nghĩa Sơn	13918
13921	x	Nghĩa Lạc	13918
13924	x	Nghĩa Hồng	13927
13927	x	Nghĩa Phong	13927
13930	x	Nghĩa Phú	13927
13939	t	Quỹ Nhất	13939
13942	x	Nghĩa Hùng	13957
13945	x	Nghĩa Lâm	13957
13948	x	Nghĩa Thành	13939
13951	x	Phúc Thắng	13894
13954	x	Nghĩa Lợi	13939
13957	x	Nghĩa Hải	13957
13963	x	Nam Điền	13894
D	36	362	Huyện Nam Trực
13966	t	Nam Giang	13966
13972	x	Nam Điền	13972
13975	x	Nghĩa An	13984
13978	x	Nam Thắng	13987
13984	x	Hồng Quang	13984
13987	x	Tân Thịnh	13987
13990	x	Nam Cường	13966
13993	x	Nam Hồng	13987
13996	x	Nam Hùng	13966
13999	x	Nam Hoa	14005
14002	x	Nam Dương	14011
14005	x	Nam Thanh	14005
14008	x	Nam Lợi	14005
14011	x	Bình Minh	14011
14014	x	Đồng Sơn	14014
14017	x	Nam Tiến	14011
14020	x	Nam Hải	14005
14023	x	Nam Thái	14014
D	36	363	Huyện Trực Ninh
14026	t	Cổ Lễ	14026
14029	x	Phương Định	14038
14032	x	Trực Chính	14038
14035	x	Trung Đông	14026
14038	x	Liêm Hải	14038
14041	x	Trực Tuấn	14026
14044	x	Việt Hùng	14056
14047	x	Trực Đạo	14056
14050	x	Trực Hưng	14053
14053	x	Trực Nội	14053
14056	t	Cát Thành	14056
14059	x	Trực Thanh	14053
14062	x	Trực Khang	14062
14065	x	Trực Thuận	14062
14068	x	Trực Mỹ	14062
14071	x	Trực Đại	14071
14074	x	Trực Cường	14077
14077	t	Ninh Cường	14077
14080	x	Trực Thái	14071
14083	x	Trực Hùng	14077
14086	x	Trực Thắng	14071
D	36	364	Huyện Xuân Trường
14089	t	Xuân Trường	14089
14092	x	Xuân Châu	14095
14095	x	Xuân Hồng	14095
14098	x	Xuân Thành	14095
14101	x	Xuân Thượng	14095
14104	x	Xuân Giang	14104
14110	x	Xuân Tân	14104
14116	x	Xuân Ngọc	14089
14122	x	Trà Lũ	14122
14125	x	Thọ Nghiệp	14122
14128	x	Xuân Phú	14104
14134	x	Xuân Vinh	14122
14143	x	Xuân Ninh	14089
14146	x	Xuân Phúc	14089
D	36	365	Huyện Giao Thủy
14152	t	Quất Lâm	14212
14155	x	Giao Hương	14161
14158	x	Hồng Thuận	14182
14161	x	Giao Thiện	14161
14164	x	Giao Thanh	14161
14167	t	Giao Thủy	14167
14170	x	Bình Hòa	14167
14176	x	Giao Hà	14203
14179	x	Giao Nhân	14179
14182	x	Giao An	14182
14185	x	Giao Lạc	14182
14188	x	Giao Châu	14179
14191	x	Giao Tân	14194
14194	x	Giao Yến	14194
14197	x	Giao Xuân	14203
14200	x	Giao Thịnh	14212
14203	x	Giao Hải	14203
14206	x	Bạch Long	14194
14209	x	Giao Long	14179
14212	x	Giao Phong	14212
D	36	366	Huyện Hải Hậu
14215	t	Yên Định	14215
14218	t	Cồn	14218
14221	t	Thịnh Long	14221
14224	x	Hải Nam	14248
14227	x	Hải Trung	14215
14233	x	Hải Minh	14236
14236	x	Hải Anh	14236
14248	x	Hải Hưng	14248
14254	x	Hải Long	14215
14260	x	Hải Đường	14236
14263	x	Hải Lộc	14248
14266	x	Hải Quang	14287
14269	x	Hải Đông	14287
14272	x	Hải Sơn	14218
14275	x	Hải Tân	14218
14281	x	Hải Phong	14281
14284	x	Hải An	14281
14287	x	Hải Tây	14287
14293	x	Hải Phú	14308
14296	x	Hải Giang	14281
14302	x	Hải Ninh	14221
14308	x	Hải Xuân	14308
14311	x	Hải Châu	14221
14317	x	Hải Hòa	14308
D	37	370	Thành phố Tam Điệp
14362	p	Bắc Sơn	14362
14365	p	Trung Sơn	14365
14368	p	Nam Sơn	14365
14369	p	Tây Sơn	14362
14371	x	Yên Sơn	14371
14374	p	Yên Bình	14725
14375	p	Tân Bình	14371
14377	x	Quang Sơn	14362
14380	x	Đông Sơn	14365
D	37	372	Huyện Nho Quan
14386	x	Xích Thổ	14389
14389	x	Gia Lâm	14389
14392	x	Gia Sơn	14389
14395	x	Thạch Bình	14407
14398	x	Gia Thủy	14401
14401	x	Gia Tường	14401
14404	x	Cúc Phương	14404
14407	x	Phú Sơn	14407
14410	x	Đức Long	14401
14413	x	Lạc Vân	14407
14416	x	Đồng Phong	14428
14419	x	Yên Quang	14428
14425	x	Thượng Hòa	14434
14428	t	Nho Quan	14428
14431	x	Văn Phương	14404
14434	x	Thanh Sơn	14434
14437	x	Phúc Sơn	14533
14443	x	Văn Phú	14434
14446	x	Phú Lộc	14452
14449	x	Kỳ Phú	14458
14452	x	Quỳnh Lưu	14452
14458	x	Phú Long	14458
14461	x	Quảng Lạc	14371
D	37	373	Huyện Gia Viễn
14464	t	Thịnh Vượng	14464
14467	x	Gia Hòa	14464
14470	x	Gia Hưng	14482
14473	x	Liên Sơn	14482
14476	x	Gia Thanh	14494
14479	x	Gia Vân	14488
14482	x	Gia Phú	14482
14485	x	Gia Xuân	14494
14488	x	Gia Lập	14488
14494	x	Gia Trấn	14494
14500	x	Gia Phương	14500
14503	x	Gia Tân	14488!,14533~
14506	x	Tiến Thắng	14500
14509	x	Gia Trung	14500
14512	x	Gia Minh	14524
14515	x	Gia Lạc	14524
14521	x	Gia Sinh	14533
14524	x	Gia Phong	14524
D	37	374	Thành phố Hoa Lư
14320	p	Đông Thành	14329
14323	p	Tân Thành	14329
14329	p	Vân Giang	14329
14332	p	Bích Đào	14329
14338	p	Nam Bình	14329
14341	p	Nam Thành	14329
14344	p	Ninh Khánh	14329
14347	x	Ninh Nhất	14329
14350	x	Ninh Tiến	14329
14353	p	Ninh Phúc	14566
14356	p	Ninh Sơn	14359
14359	p	Ninh Phong	14359
14527	p	Ninh Mỹ	14329
14530	p	Ninh Giang	14533
14533	x	Trường Yên	14533
14536	x	Ninh Khang	14329
14542	x	Ninh Hòa	14533
14551	x	Ninh Hải	14359
14554	x	Ninh Vân	14359
14557	x	Ninh An	14359
D	37	375	Huyện Yên Khánh
14560	t	Yên Ninh	14560
14563	x	Khánh Thiện	14563
14566	x	Khánh Phú	14566
14569	x	Khánh Hòa	14566
14572	x	Khánh Lợi	14563
14575	x	Khánh An	14566
14578	x	Khánh Cường	14563
14581	x	Khánh Cư	14560
14587	x	Khánh Hải	14560
14590	x	Khánh Trung	14608
14593	x	Khánh Mậu	14614
14596	x	Khánh Vân	14560
14599	x	Khánh Hội	14614
14602	x	Khánh Công	14608
14608	x	Khánh Thành	14608
14611	x	Khánh Nhạc	14611
14614	x	Khánh Thủy	14614
14617	x	Khánh Hồng	14611
D	37	376	Huyện Kim Sơn
14620	t	Phát Diệm	14620
14623	t	Bình Minh	14623
14629	x	Hồi Ninh	14653
14632	x	Xuân Chính	14653
14635	x	Kim Định	14638
14638	x	Ân Hòa	14638
14641	x	Hùng Tiến	14638
14647	x	Quang Thiện	14647
14650	x	Như Hòa	14647
14653	x	Chất Bình	14653
14656	x	Đồng Hướng	14647
14659	x	Kim Chính	14620
14662	x	Thượng Kiệm	14620
14668	x	Tân Thành	14674
14671	x	Yên Lộc	14674
14674	x	Lai Thành	14674
14677	x	Định Hóa	14677
14680	x	Văn Hải	14677
14683	x	Kim Tân	14677
14686	x	Kim Mỹ	14623
14689	x	Cồn Thoi	14623
14695	x	Kim Trung	14698
14698	x	Kim Đông	14698
D	37	377	Huyện Yên Mô
14701	t	Yên Thịnh	14701
14704	x	Khánh Thượng	14725
14707	x	Khánh Dương	14701
14719	x	Yên Phong	14728
14722	x	Yên Hòa	14701
14725	x	Yên Thắng	14725
14728	x	Yên Từ	14728
14734	x	Yên Thành	14746
14737	x	Yên Nhân	14728
14740	x	Yên Mỹ	14743
14743	x	Yên Mạc	14743
14746	x	Yên Đồng	14746
14749	x	Yên Thái	14746
14752	x	Yên Lâm	14743
D	38	380	Thành phố Thanh Hóa
14755	p	Hàm Rồng	14758
14758	p	Đông Thọ	14758~,14797!
14761	p	Nam Ngạn	14758
14764	p	Trường Thi	14797
14767	p	Điện Biên	14797
14770	p	Phú Sơn	14797
14773	p	Lam Sơn	14797
14776	p	Ba Đình	14797
14779	p	Ngọc Trạo	14797
14782	p	Đông Vệ	14797
14785	p	Đông Sơn	14797
14791	p	Đông Cương	14758
14794	p	Đông Hương	14797
14797	p	Đông Hải	14797
14800	p	Quảng Hưng	16522
14803	p	Quảng Thắng	16417
14806	p	Quảng Thành	16522
15850	x	Thiệu Vân	15853
15856	p	Thiệu Khánh	15853
15859	p	Thiệu Dương	14758
15913	p	Tào Xuyên	15925
15922	p	Long Anh	15925
15925	p	Hoằng Quang	15925
15970	p	Hoằng Đại	15925
16378	p	Rừng Thông	16378
16381	x	Đông Hoàng	16378
16384	x	Đông Ninh	16378
16390	x	Đông Hòa	16378
16393	x	Đông Yên	16417
16396	p	Đông Lĩnh	15853
16399	x	Đông Minh	16378
16402	x	Đông Thanh	15853
16405	x	Đông Tiến	15853
16408	x	Đông Khê	16378
16414	p	Đông Thịnh	16378
16417	x	Đông Văn	16417
16420	x	Đông Phú	16417
16423	x	Đông Nam	16417
16426	x	Đông Quang	16417
16429	x	Đông Vinh	16417
16432	p	Đông Tân	16378
16435	p	An Hưng	14797~,16417!
16441	p	Quảng Thịnh	16522
16459	p	Quảng Đông	16522
16507	p	Quảng Cát	16522
16522	p	Quảng Phú	16522
16525	p	Quảng Tâm	16522
D	38	381	Thị xã Bỉm Sơn
14809	p	Bắc Sơn	14818
14812	p	Ba Đình	14812
14815	p	Lam Sơn	14812
14818	p	Ngọc Trạo	14818
14821	p	Đông Sơn	14812
14823	p	Phú Sơn	14818
14824	x	Quang Trung	14818
D	38	382	Thành phố Sầm Sơn
14830	p	Trung Sơn	16531
14833	p	Bắc Sơn	16531
14836	p	Trường Sơn	16531
14839	p	Quảng Cư	16531
14842	p	Quảng Tiến	16531
16513	x	Quảng Minh	16516
16516	x	Đại Hùng	16516
16528	p	Quảng Thọ	16531
16531	p	Quảng Châu	16531
16534	p	Quảng Vinh	16516
D	38	384	Huyện Mường Lát
14845	t	Mường Lát	14845
14848	x	Tam Chung	14848
14854	x	Mường Lý	14854
14857	x	Trung Lý	14857
14860	x	Quang Chiểu	14860
14863	x	Pù Nhi	14863
14864	x	Nhi Sơn	14864
14866	x	Mường Chanh	14866
D	38	385	Huyện Quan Hóa
14869	t	Hồi Xuân	14869
14872	x	Thành Sơn	14872
14875	x	Trung Sơn	14875
14878	x	Phú Thanh	14878
14881	x	Trung Thành	14872
14884	x	Phú Lệ	14878
14887	x	Phú Sơn	14878
14890	x	Phú Xuân	14890
14896	x	Hiền Chung	14896
14899	x	Hiền Kiệt	14896
14902	x	Nam Tiến	14902
14908	x	Thiên Phủ	14908
14911	x	Phú Nghiêm	14869
14914	x	Nam Xuân	14902
14917	x	Nam Động	14908
D	38	386	Huyện Bá Thước
14923	t	Cành Nàng	14923
14926	x	Điền Thượng	14932
14929	x	Điền Hạ	14932
14932	x	Điền Quang	14932
14935	x	Điền Trung	14950
14938	x	Thành Sơn	14956
14941	x	Lương Ngoại	14953
14944	x	Ái Thượng	14950
14947	x	Lương Nội	14953
14950	x	Điền Lư	14950
14953	x	Lương Trung	14953
14956	x	Lũng Niêm	14956
14959	x	Lũng Cao	14959
14962	x	Hạ Trung	14923
14965	x	Cổ Lũng	14959
14968	x	Thành Lâm	14956
14971	x	Ban Công	14923
14974	x	Kỳ Tân	14974
14977	x	Văn Nho	14974
14980	x	Thiết Ống	14980
14986	x	Thiết Kế	14980
D	38	387	Huyện Quan Sơn
14995	x	Trung Xuân	15001
14998	x	Trung Thượng	15016
14999	x	Trung Tiến	15001
15001	x	Trung Hạ	15001
15004	x	Sơn Hà	15019
15007	x	Tam Thanh	15007
15010	x	Sơn Thủy	15010
15013	x	Na Mèo	15013
15016	t	Sơn Lư	15016!,15019~
15019	x	Tam Lư	15019
15022	x	Sơn Điện	15022
15025	x	Mường Mìn	15025
D	38	388	Huyện Lang Chánh
15031	x	Yên Khương	15031
15034	x	Yên Thắng	15034
15037	x	Trí Nang	15055
15040	x	Giao An	15043
15043	x	Giao Thiện	15043
15046	x	Tân Phúc	15058
15049	x	Tam Văn	15049
15052	x	Lâm Phú	15049
15055	t	Lang Chánh	15055
15058	x	Đồng Lương	15058
D	38	389	Huyện Ngọc Lặc
15061	t	Ngọc Lặc	15061
15064	x	Lam Sơn	15124
15067	x	Mỹ Tân	15061
15070	x	Thúy Sơn	15061
15073	x	Thạch Lập	15085
15076	x	Vân Am	15106
15079	x	Cao Ngọc	15124
15085	x	Quang Trung	15085
15088	x	Đồng Thịnh	15085
15091	x	Ngọc Liên	15091
15094	x	Ngọc Sơn	15091
15097	x	Lộc Thịnh	15091
15100	x	Cao Thịnh	15091
15103	x	Ngọc Trung	15091
15106	x	Phùng Giáo	15106
15109	x	Phùng Minh	15112
15112	x	Phúc Thịnh	15112
15115	x	Nguyệt Ấn	15106
15118	x	Kiên Thọ	15112
15121	x	Minh Tiến	15124
15124	x	Minh Sơn	15124
D	38	390	Huyện Cẩm Thủy
15127	t	Phong Sơn	15127
15133	x	Cẩm Thành	15142
15136	x	Cẩm Quý	15148
15139	x	Cẩm Lương	15148
15142	x	Cẩm Thạch	15142
15145	x	Cẩm Liên	15142
15148	x	Cẩm Giang	15148
15151	x	Cẩm Bình	15142
15154	x	Cẩm Tú	15148
15160	x	Cẩm Châu	15163
15163	x	Cẩm Tâm	15163
15169	x	Cẩm Ngọc	15127
15172	x	Cẩm Long	15178
15175	x	Cẩm Yên	15163
15178	x	Cẩm Tân	15178
15181	x	Cẩm Phú	15178
15184	x	Cẩm Vân	15163
D	38	391	Huyện Thạch Thành
15187	t	Kim Tân	15187
15190	t	Vân Du	15190
15196	x	Thạch Lâm	15199
15199	x	Thạch Quảng	15199
15202	x	Thạch Tượng	15199
15205	x	Thạch Cẩm	15211
15208	x	Thạch Sơn	15211
15211	x	Thạch Bình	15211
15214	x	Thạch Định	15187
15220	x	Thạch Long	15211
15223	x	Thành Mỹ	15229
15226	x	Thành Yên	15229
15229	x	Thành Vinh	15229
15232	x	Thành Minh	15229
15235	x	Thành Công	15190
15238	x	Thành Tân	15190
15241	x	Thành Trực	15187
15247	x	Thành Tâm	15250
15250	x	Thành An	15250
15253	x	Thành Thọ	15187
15256	x	Thành Tiến	15187
15259	x	Thành Long	15250
15265	x	Thành Hưng	15187
15268	x	Ngọc Trạo	15250
D	38	392	Huyện Hà Trung
15271	t	Hà Trung	15271!,15286~
15274	t	Hà Long	15274
15277	x	Hà Vinh	14812
15280	x	Hà Bắc	15274
15283	x	Hoạt Giang	15286
15286	x	Yên Dương	15286
15292	x	Hà Giang	15274
15298	x	Lĩnh Toại	15298
15304	x	Hà Ngọc	15271
15307	x	Yến Sơn	15271
15313	x	Hà Sơn	15316
15316	t	Hà Lĩnh	15316
15319	x	Hà Đông	15271
15322	x	Hà Tân	15316
15325	x	Hà Tiến	15316
15328	x	Hà Bình	15271~,15286!
15331	x	Thái Lai	15298
15334	x	Hà Châu	15298
15343	x	Hà Hải	15298
D	38	393	Huyện Vĩnh Lộc
15349	t	Vĩnh Lộc	15349
15352	x	Vĩnh Quang	15361
15355	x	Vĩnh Yên	15361
15358	x	Vĩnh Tiến	15361
15361	x	Vĩnh Long	15361
15364	x	Vĩnh Phúc	15349
15367	x	Vĩnh Hưng	15349
15376	x	Vĩnh Hòa	15349
15379	x	Vĩnh Hùng	15382
15382	x	Minh Tân	15382
15385	x	Ninh Khang	15349
15388	x	Vĩnh Thịnh	15382
15391	x	Vĩnh An	15382
D	38	394	Huyện Yên Định
15397	t	Thống Nhất	15409
15403	t	Yên Lâm	15412
15406	x	Yên Tâm	15409
15409	x	Yên Phú	15409
15412	t	Quý Lộc	15412
15415	x	Yên Thọ	15412
15418	x	Yên Trung	15421
15421	x	Yên Trường	15421
15427	x	Yên Phong	15421
15430	x	Yên Thái	15421
15433	x	Yên Hùng	15442
15436	x	Yên Thịnh	15442
15442	x	Yên Ninh	15442
15445	x	Định Tăng	15469
15448	x	Định Hòa	15448
15451	x	Định Thành	15448
15454	x	Định Công	15448
15457	x	Định Tân	15457
15460	x	Định Tiến	15457
15463	x	Định Long	15469
15466	x	Định Liên	15469
15469	t	Quán Lào	15469
15472	x	Định Hưng	15457
15475	x	Định Hải	15457
15478	x	Định Bình	15448
D	38	395	Huyện Thọ Xuân
15493	x	Xuân Hồng	15499
15499	t	Thọ Xuân	15499
15502	x	Bắc Lương	15505
15505	x	Nam Giang	15505
15508	x	Xuân Phong	15505
15511	x	Thọ Lộc	15505
15514	x	Xuân Trường	15499
15517	x	Xuân Hòa	15520
15520	x	Thọ Hải	15520
15523	x	Tây Hồ	15505
15526	x	Xuân Giang	15499
15532	x	Xuân Sinh	15553
15535	x	Xuân Hưng	15520
15538	x	Thọ Diên	15520
15541	x	Thọ Lâm	15553
15544	x	Thọ Xương	15544
15547	x	Xuân Bái	15544
15550	x	Xuân Phú	15553
15553	t	Sao Vàng	15553
15556	t	Lam Sơn	15544
15559	x	Xuân Thiên	15568
15565	x	Thuận Minh	15568
15568	x	Thọ Lập	15568
15571	x	Quảng Phú	15574
15574	x	Xuân Tín	15574
15577	x	Phú Xuân	15574
15583	x	Xuân Lai	15592
15586	x	Xuân Lập	15592
15592	x	Xuân Minh	15592
15598	x	Trường Xuân	15592
D	38	396	Huyện Thường Xuân
15607	x	Bát Mọt	15607
15610	x	Yên Nhân	15610
15619	x	Xuân Lẹ	15658
15622	x	Vạn Xuân	15622
15628	x	Lương Sơn	15628
15631	x	Xuân Cao	15634
15634	x	Luận Thành	15634
15637	x	Luận Khê	15634~,15661!
15640	x	Xuân Thắng	15643
15643	x	Xuân Lộc	15643
15646	t	Thường Xuân	15646
15649	x	Xuân Dương	15646
15652	x	Thọ Thanh	15646
15655	x	Ngọc Phụng	15646
15658	x	Xuân Chinh	15658
15661	x	Tân Thành	15661
D	38	397	Huyện Triệu Sơn
15664	t	Triệu Sơn	15664
15667	x	Thọ Sơn	15667
15670	x	Thọ Bình	15667
15673	x	Thọ Tiến	15754
15676	x	Hợp Lý	15682
15679	x	Hợp Tiến	15682
15682	x	Hợp Thành	15682
15685	x	Triệu Thành	15682
15688	x	Hợp Thắng	15682
15691	x	Minh Sơn	15664
15700	x	Dân Lực	15664
15703	x	Dân Lý	15664
15706	x	Dân Quyền	15664
15709	x	An Nông	15766
15712	x	Vân Sơn	15715
15715	x	Thái Hòa	15715
15718	t	Nưa	15715
15721	x	Đồng Lợi	15724
15724	x	Đồng Tiến	15724
15727	x	Đồng Thắng	15724
15730	x	Tiến Nông	15766
15733	x	Khuyến Nông	15766
15736	x	Xuân Lộc	15763
15742	x	Thọ Dân	15763
15745	x	Xuân Thọ	15754
15748	x	Thọ Tân	15763
15751	x	Thọ Ngọc	15754
15754	x	Thọ Cường	15754
15760	x	Thọ Phú	15763
15763	x	Thọ Thế	15763
15766	x	Nông Trường	15766
15769	x	Bình Sơn	15667
D	38	398	Huyện Thiệu Hóa
15772	t	Thiệu Hóa	15772!,15796~,15835~
15775	x	Thiệu Ngọc	15778
15778	x	Thiệu Vũ	15778
15781	x	Thiệu Phúc	15772
15784	x	Thiệu Tiến	15778
15787	x	Thiệu Công	15772
15793	x	Thiệu Long	15448~,15772!
15796	x	Thiệu Giang	15796
15799	x	Thiệu Duy	15796
15802	x	Thiệu Nguyên	15772
15805	x	Thiệu Hợp	15796
15808	x	Thiệu Thịnh	15796
15811	x	Thiệu Quang	15796
15814	x	Thiệu Thành	15778
15817	x	Thiệu Toán	15820
15820	x	Thiệu Chính	15820
15823	x	Thiệu Hòa	15820
15829	t	Hậu Hiền	15820
15832	x	Thiệu Viên	15835
15835	x	Thiệu Lý	15835
15838	x	Thiệu Vận	15835
15841	x	Thiệu Trung	15835
15847	x	Tân Châu	15853
15853	x	Thiệu Giao	15853
D	38	399	Huyện Hoằng Hóa
15865	t	Bút Sơn	15865
15877	x	Hoằng Xuân	15880
15880	x	Hoằng Giang	15880
15883	x	Hoằng Phú	15889
15886	x	Hoằng Quỳ	15880
15889	x	Hoằng Kim	15889
15892	x	Hoằng Trung	15889
15895	x	Hoằng Trinh	15910
15901	x	Hoằng Sơn	15910
15907	x	Hoằng Cát	15910
15910	x	Hoằng Xuyên	15910
15916	x	Hoằng Quý	15889
15919	x	Hoằng Hợp	15880
15928	x	Hoằng Đức	15865
15937	x	Hoằng Hà	15865
15940	x	Hoằng Đạt	15865
15946	x	Hoằng Đạo	15865
15949	x	Hoằng Thắng	15976
15952	x	Hoằng Đồng	15865
15955	x	Hoằng Thái	15961
15958	x	Hoằng Thịnh	15961
15961	x	Hoằng Thành	15961
15964	x	Hoằng Lộc	15961
15967	x	Hoằng Trạch	15961
15973	x	Hoằng Phong	15976
15976	x	Hoằng Lưu	15976
15979	x	Hoằng Châu	15976
15982	x	Hoằng Tân	15961
15985	x	Hoằng Yến	15991
15988	x	Hoằng Tiến	15991
15991	x	Hoằng Hải	15991
15994	x	Hoằng Ngọc	16000
15997	x	Hoằng Đông	16000
16000	x	Hoằng Thanh	16000
16003	x	Hoằng Phụ	16000
16006	x	Hoằng Trường	15991
D	38	400	Huyện Hậu Lộc
16012	t	Hậu Lộc	16012
16015	x	Đồng Lộc	16033
16018	x	Đại Lộc	16021
16021	x	Triệu Lộc	16021
16027	x	Tiến Lộc	16021
16030	x	Lộc Sơn	16012
16033	x	Cầu Lộc	16033
16036	x	Thành Lộc	16033
16042	x	Tuy Lộc	16033
16045	x	Mỹ Lộc	16012
16048	x	Thuần Lộc	16012
16057	x	Xuân Lộc	16072
16063	x	Hoa Lộc	16072
16066	x	Liên Lộc	16072
16069	x	Quang Lộc	16072
16072	x	Phú Lộc	16072
16075	x	Hòa Lộc	16072
16078	x	Minh Lộc	16078
16081	x	Hưng Lộc	16078
16084	x	Hải Lộc	16078
16087	x	Đa Lộc	16078
16090	x	Ngư Lộc	16078
D	38	401	Huyện Nga Sơn
16093	t	Nga Sơn	16093
16096	x	Ba Đình	16171
16099	x	Nga Vịnh	16171
16102	x	Nga Văn	16114
16105	x	Nga Thiện	16171
16108	x	Nga Tiến	16108
16114	x	Nga Phượng	16114
16120	x	Nga Hiệp	16093
16123	x	Nga Thanh	16093
16132	x	Nga Yên	16093
16135	x	Nga Giáp	16138
16138	x	Nga Hải	16138
16141	x	Nga Thành	16138
16144	x	Nga An	16144
16147	x	Nga Phú	16144
16150	x	Nga Điền	16144
16153	x	Nga Tân	16108
16156	x	Nga Thủy	16093
16159	x	Nga Liên	16138
16162	x	Nga Thái	16108
16165	x	Nga Thạch	16114
16168	x	Nga Thắng	16114
16171	x	Nga Trường	16171
D	38	402	Huyện Như Xuân
16174	t	Yên Cát	16174
16177	x	Bãi Trành	16177
16180	x	Xuân Hòa	16177
16183	x	Xuân Bình	16177
16186	x	Hóa Quỳ	16186
16195	x	Cát Vân	16225
16198	x	Cát Tân	16225
16201	x	Tân Bình	16174
16204	x	Bình Lương	16186
16207	x	Thanh Quân	16222
16210	x	Thanh Xuân	16222
16213	x	Thanh Hòa	16213
16216	x	Thanh Phong	16213
16219	x	Thanh Lâm	16213
16222	x	Thanh Sơn	16222
16225	x	Thượng Ninh	16225
D	38	403	Huyện Như Thanh
16228	t	Bến Sung	16228
16231	x	Cán Khê	16234
16234	x	Xuân Du	16234
16240	x	Phượng Nghi	16234
16243	x	Mậu Lâm	16249
16246	x	Xuân Khang	16228
16249	x	Phú Nhuận	16249
16252	x	Hải Long	16228
16258	x	Xuân Thái	16258
16261	x	Xuân Phúc	16264
16264	x	Yên Thọ	16228~,16264!
16267	x	Yên Lạc	16264
16273	x	Thanh Tân	16273!,16369~
16276	x	Thanh Kỳ	16273
D	38	404	Huyện Nông Cống
16279	t	Nông Cống	16279
16282	x	Tân Phúc	16297
16285	x	Tân Thọ	16297
16288	x	Hoàng Sơn	16297
16291	x	Tân Khang	16297
16294	x	Hoàng Giang	16297
16297	x	Trung Chính	16297
16303	x	Trung Thành	16309
16309	x	Tế Thắng	16309
16315	x	Tế Lợi	16309
16318	x	Tế Nông	16309
16321	x	Minh Nghĩa	16279
16324	x	Minh Khôi	16279
16327	x	Vạn Hòa	16279
16330	x	Trường Trung	16348
16333	x	Vạn Thắng	16279
16336	x	Trường Giang	16348
16339	x	Vạn Thiện	16279
16342	x	Thăng Long	16342
16345	x	Trường Minh	16348
16348	x	Trường Sơn	16348
16351	x	Thăng Bình	16342
16354	x	Công Liêm	16369
16357	x	Tượng Văn	16363
16360	x	Thăng Thọ	16342
16363	x	Tượng Lĩnh	16363
16366	x	Tượng Sơn	16363
16369	x	Công Chính	16369
16375	x	Yên Mỹ	16369
D	38	406	Huyện Quảng Xương
16438	t	Tân Phong	16438
16447	x	Quảng Trạch	16480
16453	x	Quảng Đức	16438
16456	x	Quảng Định	16438
16462	x	Quảng Nhân	16540
16465	x	Quảng Ninh	16540
16468	x	Quảng Bình	16543
16471	x	Quảng Hợp	16498
16474	x	Quảng Văn	16498
16477	x	Quảng Long	16480
16480	x	Quảng Yên	16480
16483	x	Quảng Hòa	16480
16489	x	Quảng Khê	16489
16492	x	Quảng Trung	16489
16495	x	Quảng Chính	16489
16498	x	Quảng Ngọc	16498
16501	x	Quảng Trường	16489
16510	x	Quảng Phúc	16498
16519	x	Quảng Giao	16516
16540	x	Quảng Hải	16540
16543	x	Quảng Lưu	16543
16546	x	Quảng Lộc	16543
16549	x	Tiên Trang	16549
16552	x	Quảng Nham	16549
16555	x	Quảng Thạch	16549
16558	x	Quảng Thái	16543
D	38	407	Thị xã Nghi Sơn
16561	p	Hải Hòa	16561
16564	p	Hải Châu	16576
16567	x	Thanh Thủy	16576
16570	x	Thanh Sơn	16576
16576	p	Hải Ninh	16576
16579	x	Anh Sơn	16591
16582	x	Ngọc Lĩnh	16594
16585	p	Hải An	16594
16591	x	Các Sơn	16591
16594	p	Tân Dân	16594
16597	p	Hải Lĩnh	16597
16600	x	Định Hải	16597
16603	x	Phú Sơn	16624
16606	p	Ninh Hải	16597
16609	p	Nguyên Bình	16609
16612	x	Hải Nhân	16561
16618	p	Bình Minh	16561
16621	p	Hải Thanh	16561
16624	x	Phú Lâm	16624
16627	p	Xuân Lâm	16609
16630	p	Trúc Lâm	16624
16633	p	Hải Bình	16645
16636	x	Tân Trường	16636
16639	x	Tùng Lâm	16624
16642	p	Tĩnh Hải	16645
16645	p	Mai Lâm	16645
16648	x	Trường Lâm	16636
16654	p	Hải Thượng	16654
16657	x	Nghi Sơn	16654
16660	x	Hải Hà	16654
D	40	412	Thành phố Vinh
16663	p	Đông Vĩnh	16681
16666	p	Hà Huy Tập	16702
16669	p	Lê Lợi	16681
16670	p	Quán Bàu	17920
16672	p	Hưng Bình	16681
16673	p	Hưng Phúc	16690
16675	p	Hưng Dũng	16690
16678	p	Cửa Nam	16681
16681	p	Quang Trung	16681
16690	p	Trường Thi	16690
16693	p	Bến Thủy	16690
16699	p	Trung Đô	16690
16702	p	Nghi Phú	16702
16705	p	Hưng Đông	17920
16708	p	Hưng Lộc	16708
16711	x	Hưng Hòa	16690
16714	p	Vinh Tân	16690
16717	p	Nghi Thủy	16732
16720	p	Nghi Tân	16732
16723	p	Thu Thủy	16732
16726	p	Nghi Hòa	16732
16729	p	Nghi Hải	16732
16732	p	Nghi Hương	16732
16735	p	Nghi Thu	16732
17902	x	Nghi Phong	16708
17905	x	Nghi Xuân	16708
17908	x	Nghi Liên	17920
17914	x	Nghi Ân	16702
17917	x	Phúc Thọ	16708
17920	x	Nghi Kim	17920
17923	p	Nghi Đức	16702
17926	x	Nghi Thái	16708
18013	x	Hưng Chính	16681
D	40	414	Thị xã Thái Hòa
16939	p	Hòa Hiếu	16939
16993	p	Quang Phong	16939
16994	p	Quang Tiến	17011
17003	p	Long Sơn	16939
17005	x	Nghĩa Tiến	17011
17008	x	Nghĩa Mỹ	17017
17011	x	Tây Hiếu	17011
17014	x	Nghĩa Thuận	17017
17017	x	Đông Hiếu	17017
D	40	415	Huyện Quế Phong
16738	t	Kim Sơn	16738
16741	x	Thông Thụ	16744
16744	x	Đồng Văn	16744
16747	x	Hạnh Dịch	16750
16750	x	Tiền Phong	16750
16753	x	Nậm Giải	16738
16756	x	Tri Lễ	16756
16759	x	Châu Kim	16738
16763	x	Mường Nọc	16738
16765	x	Châu Thôn	16774
16768	x	Nậm Nhoóng	16756
16771	x	Quang Phong	16774
16774	x	Cắm Muộn	16774
D	40	416	Huyện Quỳ Châu
16777	t	Tân Lạc	16777
16780	x	Châu Bính	16792
16783	x	Châu Thuận	16792
16786	x	Châu Hội	16777
16789	x	Châu Nga	16777
16792	x	Châu Tiến	16792
16795	x	Châu Hạnh	16777
16798	x	Châu Thắng	16792
16801	x	Châu Phong	16801
16804	x	Châu Bình	16804
16807	x	Châu Hoàn	16801
16810	x	Diên Lãm	16801
D	40	417	Huyện Kỳ Sơn
16813	t	Mường Xén	16813
16816	x	Mỹ Lý	16816
16819	x	Bắc Lý	16819
16822	x	Keng Đu	16822
16825	x	Đoọc Mạy	16834
16828	x	Huồi Tụ	16828
16831	x	Mường Lống	16831
16834	x	Na Loi	16834
16837	x	Nậm Cắn	16837
16840	x	Bảo Nam	16849
16843	x	Phà Đánh	16837
16846	x	Bảo Thắng	16855
16849	x	Hữu Lập	16849
16852	x	Tà Cạ	16813
16855	x	Chiêu Lưu	16855
16858	x	Mường Típ	16858
16861	x	Hữu Kiệm	16849
16864	x	Tây Sơn	16813
16867	x	Mường Ải	16858
16870	x	Na Ngoi	16870
16873	x	Nậm Càn	16870
D	40	418	Huyện Tương Dương
16876	t	Thạch Giám	16876
16879	x	Mai Sơn	16882
16882	x	Nhôn Mai	16882
16885	x	Hữu Khuông	16885
16900	x	Yên Tĩnh	16912
16903	x	Nga My	16903
16904	x	Xiêng My	16903
16906	x	Lượng Minh	16906
16909	x	Yên Hòa	16909
16912	x	Yên Na	16912
16915	x	Lưu Kiền	16876
16921	x	Xá Lượng	16876
16924	x	Tam Thái	16936
16927	x	Tam Đình	16933
16930	x	Yên Thắng	16909
16933	x	Tam Quang	16933
16936	x	Tam Hợp	16936
D	40	419	Huyện Nghĩa Đàn
16941	t	Nghĩa Đàn	16941
16942	x	Nghĩa Mai	16975
16945	x	Nghĩa Yên	16951
16948	x	Nghĩa Lạc	16951
16951	x	Nghĩa Lâm	16951
16954	x	Nghĩa Sơn	16951
16957	x	Nghĩa Lợi	16969
16960	x	Nghĩa Bình	16941
16966	x	Nghĩa Minh	16975
16969	x	Nghĩa Thọ	16969
16972	x	Nghĩa Hưng	16972
16975	x	Nghĩa Hồng	16975
16981	x	Nghĩa Trung	16941
16984	x	Nghĩa Hội	16969
16987	x	Nghĩa Thành	16972
17020	x	Nghĩa Đức	17032
17023	x	Nghĩa An	17032
17026	x	Nghĩa Long	17029
17029	x	Nghĩa Lộc	17029
17032	x	Nghĩa Khánh	17032
D	40	420	Huyện Quỳ Hợp
17035	t	Quỳ Hợp	17035
17038	x	Yên Hợp	17059
17041	x	Châu Tiến	17044
17044	x	Châu Hồng	17044
17047	x	Đồng Hợp	17059
17050	x	Châu Thành	17044
17053	x	Liên Hợp	17056
17056	x	Châu Lộc	17056
17059	x	Tam Hợp	17059
17062	x	Châu Cường	17077
17065	x	Châu Quang	17035
17068	x	Thọ Hợp	17035
17071	x	Minh Hợp	17071
17074	x	Nghĩa Xuân	17059
17077	x	Châu Thái	17077
17080	x	Châu Đình	17035
17083	x	Văn Lợi	17071
17086	x	Nam Sơn	17089
17089	x	Châu Lý	17089
17092	x	Hạ Sơn	17071
17095	x	Bắc Sơn	17089
D	40	421	Huyện Quỳnh Lưu
17101	x	Quỳnh Thắng	17224
17119	x	Quỳnh Tân	17143
17122	x	Quỳnh Châu	17149
17140	x	Tân Sơn	17149
17143	x	Quỳnh Văn	17143
17146	x	Ngọc Sơn	17170
17149	x	Quỳnh Tam	17149
17152	x	Quỳnh Sơn	17170
17155	x	Quỳnh Thạch	17143
17158	x	Quỳnh Bảng	17176
17164	x	Quỳnh Thanh	17176
17167	x	Quỳnh Hậu	17179
17170	x	Quỳnh Lâm	17170
17173	x	Quỳnh Đôi	17176
17176	x	Minh Lương	17176
17179	t	Cầu Giát	17179
17182	x	Quỳnh Yên	17176
17185	x	Bình Sơn	17179
17191	x	Quỳnh Diễn	17179
17197	x	Quỳnh Giang	17179
17206	x	An Hòa	17212
17209	x	Phú Nghĩa	17212
17212	x	Văn Hải	17212
17218	x	Thuận Long	17212
17224	x	Tân Thắng	17224
D	40	422	Huyện Con Cuông
17230	x	Bình Chuẩn	17230
17233	x	Lạng Khê	17248
17236	x	Cam Lâm	17242
17239	x	Thạch Ngàn	17239
17242	x	Đôn Phục	17242
17245	x	Mậu Đức	17239
17248	x	Châu Khê	17248
17251	x	Chi Khê	17254
17254	t	Trà Lân	17254
17257	x	Yên Khê	17254
17260	x	Lục Dạ	17263
17263	x	Môn Sơn	17263
D	40	423	Huyện Tân Kỳ
17266	t	Tân Kỳ	17266
17269	x	Tân Hợp	17278
17272	x	Tân Phú	17272
17275	x	Tân Xuân	17272
17278	x	Giai Xuân	17278
17281	x	Bình Hợp	17284
17284	x	Nghĩa Đồng	17284
17287	x	Đồng Văn	17287
17290	x	Nghĩa Thái	17272
17296	x	Hoàn Long	17272
17299	x	Nghĩa Phúc	17305
17302	x	Tiên Kỳ	17287
17305	x	Tân An	17305
17308	x	Nghĩa Dũng	17266
17314	x	Kỳ Sơn	17266
17317	x	Hương Sơn	17305
17320	x	Kỳ Tân	17266
17323	x	Phú Sơn	17326
17325	x	Tân Hương	17326
17326	x	Nghĩa Hành	17326
D	40	424	Huyện Anh Sơn
17329	t	Kim Nhan	17329
17332	x	Thọ Sơn	17335
17335	x	Thành Sơn	17335
17338	x	Bình Sơn	17335
17344	x	Tam Đỉnh	17344
17347	x	Hùng Sơn	17344
17350	x	Cẩm Sơn	17344
17353	x	Đức Sơn	17329
17356	x	Tường Sơn	17357
17357	x	Hoa Sơn	17357
17359	x	Tào Sơn	17365
17362	x	Vĩnh Sơn	17365
17365	x	Lạng Sơn	17365
17368	x	Hội Sơn	17357
17374	x	Phúc Sơn	17329
17377	x	Long Sơn	17380
17380	x	Khai Sơn	17380
17383	x	Lĩnh Sơn	17380
17386	x	Cao Sơn	17380
D	40	425	Huyện Diễn Châu
17392	x	Diễn Lâm	17395
17395	x	Diễn Đoài	17395
17398	x	Diễn Trường	17395
17401	x	Diễn Yên	17395
17404	x	Diễn Hoàng	17419
17410	x	Diễn Mỹ	17419
17413	x	Diễn Hồng	17416
17416	x	Diễn Phong	17416
17419	x	Hùng Hải	17419
17425	x	Diễn Liên	17443
17428	x	Diễn Vạn	17416
17431	x	Diễn Kim	17419
17434	x	Diễn Kỷ	17416
17437	x	Xuân Tháp	17443
17440	x	Diễn Thái	17443
17443	x	Diễn Đồng	17443
17449	x	Hạnh Quảng	17476
17452	x	Ngọc Bích	17464
17458	x	Diễn Nguyên	17476
17461	x	Diễn Hoa	17464
17464	t	Diễn Thành	17464
17467	x	Diễn Phúc	17464
17476	x	Diễn Cát	17476
17479	x	Diễn Thịnh	17479
17482	x	Diễn Tân	17479
17485	x	Minh Châu	17476
17488	x	Diễn Thọ	17488
17491	x	Diễn Lợi	17488
17494	x	Diễn Lộc	17488
17497	x	Diễn Trung	17479
17500	x	Diễn An	17479
17503	x	Diễn Phú	17488
D	40	426	Huyện Yên Thành
17506	t	Hoa Thành	17506
17509	x	Mã Thành	17515
17510	x	Tiến Thành	17515
17512	x	Lăng Thành	17524
17515	x	Tân Thành	17515
17518	x	Đức Thành	17515
17521	x	Kim Thành	17521
17524	x	Hậu Thành	17524
17527	x	Đô Thành	17530
17530	x	Thọ Thành	17530
17533	x	Quang Thành	17521
17536	x	Tây Thành	17560
17539	x	Phúc Thành	17524
17542	x	Phú Thành	17530
17545	x	Đồng Thành	17521
17554	x	Tăng Thành	17506
17557	x	Văn Thành	17506
17560	x	Thịnh Thành	17560
17566	x	Xuân Thành	17569
17569	x	Bắc Thành	17569
17572	x	Đông Thành	17506
17575	x	Trung Thành	17569
17578	x	Long Thành	17605
17581	x	Minh Thành	17560
17584	x	Nam Thành	17569
17587	x	Vĩnh Thành	17605
17596	x	Viên Thành	17605
17602	x	Liên Thành	17611
17605	x	Bảo Thành	17605
17608	x	Mỹ Thành	17611
17611	x	Vân Tụ	17611
17614	x	Sơn Thành	17605
D	40	427	Huyện Đô Lương
17617	t	Đô Lương	17662
17619	x	Giang Sơn Đông	17623
17620	x	Giang Sơn Tây	17623
17623	x	Bạch Ngọc	17623
17626	x	Bồi Sơn	17623
17629	x	Hồng Sơn	17641
17632	x	Bài Sơn	17641
17638	x	Bắc Sơn	17662
17641	x	Tràng Sơn	17641
17644	x	Thượng Sơn	17677
17647	x	Hòa Sơn	17677
17650	x	Đặng Sơn	17662
17653	x	Đông Sơn	17641
17656	x	Nam Sơn	17662
17659	x	Lưu Sơn	17662
17662	x	Yên Sơn	17662
17665	x	Văn Sơn	17662
17668	x	Đà Sơn	17662
17671	x	Lạc Sơn	17689
17674	x	Tân Sơn	17677
17677	x	Thái Sơn	17677
17680	x	Quang Sơn	17677
17683	x	Thịnh Sơn	17662
17686	x	Trung Sơn	17689
17689	x	Xuân Sơn	17689
17692	x	Minh Sơn	17689
17695	x	Thuận Sơn	17689
17698	x	Nhân Sơn	17689
17701	x	Hiến Sơn	17707
17704	x	Mỹ Sơn	17707
17707	x	Trù Sơn	17707
17710	x	Đại Sơn	17707
D	40	428	Huyện Thanh Chương
17713	t	Dùng	17713
17716	x	Cát Văn	17728
17719	x	Minh Sơn	17728
17722	x	Hạnh Lâm	17722
17723	x	Thanh Sơn	17759
17728	x	Phong Thịnh	17728
17731	x	Thanh Phong	17713
17734	x	Thanh Mỹ	17743
17737	x	Thanh Tiên	17743
17743	x	Thanh Liên	17743
17749	x	Đại Đồng	17713
17755	x	Thanh Ngọc	17713
17758	x	Thanh Hương	17770
17759	x	Ngọc Lâm	17759
17764	x	Đồng Văn	17713
17767	x	Ngọc Sơn	17779
17770	x	Thanh Thịnh	17770
17773	x	Thanh An	17770
17776	x	Thanh Quả	17770
17779	x	Xuân Dương	17779
17785	x	Minh Tiến	17779
17791	x	Kim Bảng	17791
17797	x	Thanh Thủy	17791
17806	x	Thanh Hà	17791
17812	x	Thanh Tùng	17818
17815	x	Thanh Lâm	17818
17818	x	Mai Giang	17818
17821	x	Thanh Xuân	17818
17824	x	Thanh Đức	17722
D	40	429	Huyện Nghi Lộc
17827	t	Quán Hành	17827
17830	x	Nghi Văn	17854
17833	x	Nghi Yên	17833
17836	x	Nghi Tiến	17833
17839	x	Nghi Hưng	17842
17842	x	Nghi Đồng	17842
17845	x	Nghi Thiết	17833
17848	x	Nghi Lâm	17857
17851	x	Nghi Quang	17866
17854	x	Nghi Kiều	17854
17857	x	Nghi Mỹ	17857
17860	x	Nghi Phương	17842
17863	x	Nghi Thuận	17866
17866	x	Nghi Long	17866
17869	x	Nghi Xá	17866
17878	x	Khánh Hợp	17878
17884	x	Nghi Công Bắc	17857
17887	x	Nghi Công Nam	17857
17890	x	Nghi Thạch	17878
17893	x	Nghi Trung	17827
17896	x	Thịnh Trường	17878
17899	x	Diên Hoa	17827
17911	x	Nghi Vạn	17827
D	40	430	Huyện Nam Đàn
17932	x	Nam Hưng	17935
17935	x	Nghĩa Thái	17935
17938	x	Nam Thanh	17935
17941	x	Nam Anh	17944
17944	x	Nam Xuân	17944
17950	t	Nam Đàn	17950
17953	x	Nam Lĩnh	17944
17956	x	Nam Giang	17971
17959	x	Xuân Hòa	17950
17962	x	Hùng Tiến	17971
17968	x	Thượng Tân Lộc	17950
17971	x	Kim Liên	17971
17980	x	Xuân Hồng	17971
17983	x	Nam Cát	17971
17986	x	Khánh Sơn	17989
17989	x	Trung Phúc Cường	17989
17998	x	Nam Kim	17989
D	40	431	Huyện Hưng Nguyên
18001	t	Hưng Nguyên	18001
18004	x	Hưng Trung	18007
18007	x	Hưng Yên Nam	18007
18008	x	Hưng Yên Bắc	18007
18010	x	Hưng Tây	18001
18016	x	Hưng Đạo	18001
18022	x	Thịnh Mỹ	18001
18025	x	Hưng Lĩnh	18028
18028	x	Thông Tân	18028
18037	x	Hưng Nghĩa	18040
18040	x	Phúc Lợi	18040
18043	x	Long Xá	18028
18052	x	Châu Nhân	18040
18055	x	Xuân Lam	18028
18064	x	Hưng Thành	18040
D	40	432	Thị xã Hoàng Mai
17104	x	Quỳnh Vinh	17110
17107	x	Quỳnh Lộc	17128
17110	p	Quỳnh Thiện	17110
17113	x	Quỳnh Lập	17128
17116	x	Quỳnh Trang	17110
17125	p	Mai Hùng	17125
17128	p	Quỳnh Dị	17128
17131	p	Quỳnh Xuân	17125
17134	p	Quỳnh Phương	17125
17137	x	Quỳnh Liên	17125
D	42	436	Thành phố Hà Tĩnh
18073	p	Nam Hà	18073
18077	p	Bắc Hà	18073
18079	p	Tân Giang	18073
18082	p	Đại Nài	18073!,18652~
18085	p	Hà Huy Tập	18073
18088	p	Thạch Trung	18100
18091	p	Thạch Quý	18073
18094	p	Trần Phú	18073
18097	p	Văn Yên	18073
18100	p	Thạch Hạ	18100
18103	p	Đồng Môn	18100
18109	p	Thạch Hưng	18073
18112	x	Thạch Bình	18685
18571	x	Thạch Hải	18604
18595	x	Đỉnh Bàn	18604
18598	x	Hộ Độ	18100
18604	x	Thạch Khê	18604
18619	x	Thạch Trị	18619
18622	x	Thạch Lạc	18628
18628	x	Tượng Sơn	18628
18631	x	Thạch Văn	18619
18637	x	Thạch Thắng	18628
18643	x	Thạch Đài	18652
18649	x	Thạch Hội	18619
18652	x	Tân Lâm Hương	18652
18685	x	Cẩm Bình	18685
18691	x	Cẩm Vịnh	18685
D	42	437	Thị xã Hồng Lĩnh
18115	p	Bắc Hồng	18115
18118	p	Nam Hồng	18118
18121	p	Trung Lương	18115
18124	p	Đức Thuận	18115
18127	p	Đậu Liêu	18118
18130	x	Thuận Lộc	18118
D	42	439	Huyện Hương Sơn
18133	t	Phố Châu	18133
18136	t	Tây Sơn	18172
18139	x	Sơn Hồng	18160
18142	x	Sơn Tiến	18163
18145	x	Sơn Lâm	18184
18148	x	Sơn Lễ	18163
18157	x	Sơn Giang	18184
18160	x	Sơn Lĩnh	18160
18163	x	An Hòa Thịnh	18163
18172	x	Sơn Tây	18172
18175	x	Sơn Ninh	18133
18178	x	Châu Bình	18202
18181	x	Tân Mỹ Hà	18202
18184	x	Quang Diệm	18184
18187	x	Sơn Trung	18133
18190	x	Sơn Bằng	18133
18196	x	Sơn Kim 1	18196
18199	x	Sơn Kim 2	18199
18202	x	Mỹ Long	18202
18211	x	Kim Hoa	18223
18217	x	Sơn Phú	18133
18223	x	Hàm Trường	18223
D	42	440	Huyện Đức Thọ
18229	t	Đức Thọ	18229
18235	x	Quang Vĩnh	18262
18241	x	Tùng Châu	18244
18244	x	Trường Sơn	18244
18247	x	Liên Minh	18244
18253	x	Yên Hồ	18262
18259	x	Tùng Ảnh	18229
18262	x	Bùi La Nhân	18262
18274	x	Thanh Bình Thịnh	18277
18277	x	Lâm Trung Thủy	18277
18280	x	Hòa Lạc	18229
18283	x	Tân Dân	18229
18298	x	An Dũng	18277
18304	x	Đức Đồng	18304
18307	x	Đức Lạng	18304
18310	x	Tân Hương	18304
D	42	441	Huyện Vũ Quang
18313	t	Vũ Quang	18313
18316	x	Ân Phú	18322
18319	x	Đức Giang	18322
18322	x	Đức Lĩnh	18322
18325	x	Thọ Điền	18313
18328	x	Đức Hương	18328
18331	x	Đức Bồng	18328
18334	x	Đức Liên	18328
18340	x	Hương Minh	18313
18343	x	Quang Thọ	18313
D	42	442	Huyện Nghi Xuân
18352	t	Xuân An	18352
18355	x	Xuân Hội	18364
18358	x	Đan Trường	18364
18364	x	Xuân Phổ	18364
18367	x	Xuân Hải	18364
18370	x	Xuân Giang	18352
18373	t	Tiên Điền	18373
18376	x	Xuân Yên	18373
18379	x	Xuân Mỹ	18373
18382	x	Xuân Thành	18373
18385	x	Xuân Viên	18352
18388	x	Xuân Hồng	18352
18391	x	Cổ Đạm	18394
18394	x	Xuân Liên	18394
18397	x	Xuân Lĩnh	18352
18400	x	Xuân Lam	18115
18403	x	Cương Gián	18394
D	42	443	Huyện Can Lộc
18406	t	Nghèn	18406
18415	x	Thiên Lộc	18406
18418	x	Thuần Thiện	18418
18427	x	Vượng Lộc	18406
18433	x	Thanh Lộc	18466
18436	x	Kim Song Trường	18436
18439	x	Thường Nga	18436
18445	x	Tùng Lộc	18418
18454	x	Phú Lộc	18436
18463	x	Gia Hanh	18466
18466	x	Khánh Vĩnh Yên	18466
18475	x	Xuân Lộc	18481
18478	x	Thượng Lộc	18484
18481	x	Quang Lộc	18481
18484	t	Đồng Lộc	18484
18487	x	Mỹ Lộc	18484
18490	x	Sơn Lộc	18481
D	42	444	Huyện Hương Khê
18496	t	Hương Khê	18496
18499	x	Điền Mỹ	18502
18502	x	Hà Linh	18502
18505	x	Hương Thủy	18532
18508	x	Hòa Hải	18523
18514	x	Phúc Đồng	18523
18517	x	Hương Giang	18532
18520	x	Lộc Yên	18550
18523	x	Hương Bình	18523
18526	x	Hương Long	18496
18529	x	Phú Gia	18496
18532	x	Gia Phố	18532
18538	x	Hương Đô	18550
18541	x	Hương Vĩnh	18544
18544	x	Hương Xuân	18544
18547	x	Phúc Trạch	18547
18550	x	Hương Trà	18550
18553	x	Hương Trạch	18547
18556	x	Hương Lâm	18544
18559	x	Hương Liên	18547
D	42	445	Huyện Thạch Hà
18409	x	Tân Lộc	18409
18412	x	Hồng Lộc	18409
18421	x	Thịnh Lộc	18568
18430	x	Bình An	18568
18457	x	Ích Hậu	18586
18493	x	Phù Lưu	18583
18562	t	Thạch Hà	18562
18565	x	Ngọc Sơn	18634
18568	t	Lộc Hà	18568
18577	x	Thạch Mỹ	18583
18580	x	Thạch Kim	18568
18583	x	Thạch Châu	18583
18586	x	Thạch Kênh	18586
18589	x	Thạch Sơn	18562
18592	x	Thạch Liên	18586
18601	x	Việt Tiến	18601
18607	x	Thạch Long	18562
18625	x	Thạch Ngọc	18601
18634	x	Lưu Vĩnh Sơn	18634
18658	x	Thạch Xuân	18667
18667	x	Nam Điền	18667
18670	x	Mai Phụ	18583
D	42	446	Huyện Cẩm Xuyên
18673	t	Cẩm Xuyên	18673
18676	t	Thiên Cầm	18676
18679	x	Yên Hòa	18682
18682	x	Cẩm Dương	18682
18694	x	Cẩm Thành	18685
18697	x	Cẩm Quang	18673
18706	x	Cẩm Thạch	18739
18709	x	Cẩm Nhượng	18676
18712	x	Nam Phúc Thăng	18676
18715	x	Cẩm Duệ	18739
18721	x	Cẩm Lĩnh	18742
18724	x	Cẩm Quan	18673
18727	x	Cẩm Hà	18736
18730	x	Cẩm Lộc	18742
18733	x	Cẩm Hưng	18736
18736	x	Cẩm Thịnh	18736
18739	x	Cẩm Mỹ	18739
18742	x	Cẩm Trung	18742
18745	x	Cẩm Sơn	18748
18748	x	Cẩm Lạc	18748
18751	x	Cẩm Minh	18748
D	42	447	Huyện Kỳ Anh
18757	x	Kỳ Xuân	18766
18760	x	Kỳ Bắc	18766
18763	x	Kỳ Phú	18775
18766	x	Kỳ Phong	18766
18769	x	Kỳ Tiến	18775
18772	x	Kỳ Giang	18775
18775	t	Kỳ Đồng	18775
18778	x	Kỳ Khang	18790
18784	x	Kỳ Văn	18787
18787	x	Kỳ Trung	18787
18790	x	Kỳ Thọ	18790
18793	x	Kỳ Tây	18787
18799	x	Kỳ Thượng	18844
18802	x	Kỳ Hải	18781
18805	x	Kỳ Thư	18790
18811	x	Kỳ Châu	18754
18814	x	Kỳ Tân	18814
18838	x	Lâm Hợp	18838
18844	x	Kỳ Sơn	18844
18850	x	Kỳ Lạc	18838
D	42	449	Thị xã Kỳ Anh
18754	p	Hưng Trí	18754
18781	p	Kỳ Ninh	18781
18796	x	Kỳ Lợi	18754~,18823!,18832~
18808	x	Kỳ Hà	18781
18820	p	Kỳ Trinh	18754
18823	p	Kỳ Thịnh	18823
18829	x	Kỳ Hoa	18814
18832	p	Kỳ Phương	18832
18835	p	Kỳ Long	18823
18841	p	Kỳ Liên	18832
18847	p	Kỳ Nam	18832
D	44	450	Thành Phố Đồng Hới
18853	p	Hải Thành	18880
18856	p	Đồng Phú	18880
18859	p	Bắc Lý	18859
18865	p	Nam Lý	18880
18868	p	Đồng Hải	18880
18871	p	Đồng Sơn	18871
18874	p	Phú Hải	18880
18877	p	Bắc Nghĩa	18871
18880	p	Đức Ninh Đông	18880
18883	x	Quang Phú	18859
18886	x	Lộc Ninh	18859
18889	x	Bảo Ninh	18880
18892	x	Nghĩa Ninh	18871
18895	x	Thuận Đức	18871
18898	x	Đức Ninh	18880
D	44	452	Huyện Minh Hóa
18901	t	Quy Đạt	18901
18904	x	Dân Hóa	18904
18907	x	Trọng Hóa	18904
18913	x	Hồng Hóa	18901
18919	x	Tân Thành	18919
18922	x	Hóa Hợp	18922
18925	x	Xuân Hóa	18901
18928	x	Yên Hóa	18901
18931	x	Minh Hóa	18943
18934	x	Tân Hóa	18943
18937	x	Hóa Sơn	18922
18943	x	Trung Hóa	18943
18946	x	Thượng Hóa	18943
D	44	453	Huyện Tuyên Hóa
18949	t	Đồng Lê	18949
18952	x	Hương Hóa	18952
18955	x	Kim Hóa	18949
18958	x	Thanh Hóa	18958
18961	x	Thanh Thạch	18952
18964	x	Thuận Hóa	18949
18967	x	Lâm Hóa	18958
18970	x	Lê Hóa	18949
18973	x	Sơn Hóa	18949
18976	x	Đồng Hóa	18985
18979	x	Ngư Hóa	18991
18985	x	Thạch Hóa	18985
18988	x	Đức Hóa	18985
18991	x	Phong Hóa	18991
18994	x	Mai Hóa	18991
18997	x	Tiến Hóa	18997
19000	x	Châu Hóa	18997
19003	x	Cao Quảng	18997
19006	x	Văn Hóa	18997
D	44	454	Huyện Quảng Trạch
19012	x	Quảng Hợp	19021
19015	x	Quảng Kim	19021
19018	x	Quảng Đông	19021
19021	x	Quảng Phú	19021
19024	x	Quảng Châu	19033
19027	x	Quảng Thạch	19030
19030	x	Quảng Lưu	19030
19033	x	Quảng Tùng	19033
19036	x	Cảnh Dương	19033
19039	x	Quảng Tiến	19030
19042	x	Quảng Hưng	19057
19045	x	Quảng Xuân	19057
19051	x	Liên Trường	19051
19057	x	Quảng Phương	19057
19063	x	Phù Cảnh	19051
19072	x	Quảng Thanh	19051
D	44	455	Huyện Bố Trạch
19111	t	Hoàn Lão	19111
19114	t	Nông trường Việt Trung	19198
19117	x	Xuân Trạch	19138
19123	x	Hạ Mỹ	19126
19126	x	Bắc Trạch	19126
19129	x	Lâm Trạch	19138
19132	x	Thanh Trạch	19126
19135	x	Liên Trạch	19126
19138	x	Phúc Trạch	19138
19141	x	Cự Nẫm	19141
19144	x	Hải Phú	19159
19147	x	Thượng Trạch	19147
19150	x	Sơn Lộc	19159
19156	x	Hưng Trạch	19141
19159	x	Đồng Trạch	19159
19162	x	Đức Trạch	19159
19165	t	Phong Nha	19138
19168	x	Vạn Trạch	19141
19174	x	Phú Định	19141
19177	x	Trung Trạch	19111
19180	x	Tây Trạch	19111
19183	x	Hòa Trạch	19111
19186	x	Đại Trạch	19111
19189	x	Nhân Trạch	19198
19192	x	Tân Trạch	19147
19198	x	Lý Nam	19198
D	44	456	Huyện Quảng Ninh
19204	x	Trường Sơn	19204
19207	t	Quán Hàu	19207
19210	x	Vĩnh Ninh	19207
19213	x	Võ Ninh	19207
19216	x	Hải Ninh	19225
19219	x	Hàm Ninh	19207
19222	x	Duy Ninh	19225
19225	x	Gia Ninh	19225
19228	x	Trường Xuân	19204
19231	x	Hiền Ninh	19237
19234	x	Tân Ninh	19225
19237	x	Xuân Ninh	19237
19240	x	An Ninh	19237
19243	x	Vạn Ninh	19237
D	44	457	Huyện Lệ Thủy
19246	t	Nông trường Lệ Ninh	19246
19249	t	Kiến Giang	19249
19252	x	Hồng Thủy	19255
19255	x	Ngư Thủy Bắc	19255
19258	x	Hoa Thủy	19246
19261	x	Thanh Thủy	19255
19264	x	An Thủy	19249
19267	x	Phong Thủy	19249
19270	x	Cam Thủy	19255
19273	x	Ngân Thủy	19318
19276	x	Sơn Thủy	19246
19279	x	Lộc Thủy	19249
19285	x	Liên Thủy	19249
19288	x	Hưng Thủy	19288
19291	x	Dương Thủy	19291
19294	x	Tân Thủy	19291
19297	x	Phú Thủy	19309
19300	x	Xuân Thủy	19249
19303	x	Mỹ Thủy	19291
19306	x	Ngư Thủy	19288
19309	x	Mai Thủy	19309
19312	x	Sen Thủy	19288
19315	x	Thái Thủy	19291
19318	x	Kim Thủy	19318
19321	x	Trường Thủy	19309
19327	x	Lâm Thủy	19318
D	44	458	Thị xã Ba Đồn
19009	p	Ba Đồn	19009
19060	p	Quảng Long	19009
19066	p	Quảng Thọ	19066
19069	x	Quảng Tiên	19075
19075	x	Quảng Trung	19075
19078	p	Quảng Phong	19009
19081	p	Quảng Thuận	19066
19084	x	Quảng Tân	19075
19087	x	Quảng Hải	19009
19090	x	Quảng Sơn	19075
19093	x	Quảng Lộc	19093
19096	x	Quảng Thủy	19075
19099	x	Quảng Văn	19093
19102	p	Quảng Phúc	19066
19105	x	Quảng Hòa	19093
19108	x	Quảng Minh	19093
D	45	461	Thành phố Đông Hà
19330	p	Đông Giang	19333
19333	p	1	19333
19336	p	Đông Lễ	19351
19339	p	Đông Thanh	19333
19342	p	2	19351
19345	p	4	19333
19348	p	5	19351
19351	p	Đông Lương	19351
19354	p	3	19333
D	45	462	Thị xã Quảng Trị
19357	p	1	19360
19358	p	An Đôn	19360
19360	p	2	19360
19361	p	3	19360
19705	x	Hải Lệ	19360
D	45	464	Huyện Vĩnh Linh
19363	t	Hồ Xá	19363
19366	t	Bến Quan	19366
19369	x	Vĩnh Thái	19372
19372	x	Vĩnh Tú	19372
19375	x	Vĩnh Chấp	19363
19378	x	Trung Nam	19372
19384	x	Kim Thạch	19414
19387	x	Vĩnh Long	19363
19393	x	Vĩnh Khê	19366
19396	x	Vĩnh Hòa	19372
19402	x	Vĩnh Thủy	19405
19405	x	Vĩnh Lâm	19405
19408	x	Hiền Thành	19414
19414	t	Cửa Tùng	19414
19417	x	Vĩnh Hà	19366
19420	x	Vĩnh Sơn	19405
19423	x	Vĩnh Giang	19414
19426	x	Vĩnh Ô	19366
D	45	465	Huyện Hướng Hóa
19429	t	Khe Sanh	19429
19432	t	Lao Bảo	19432
19435	x	Hướng Lập	19435
19438	x	Hướng Việt	19435
19441	x	Hướng Phùng	19441
19444	x	Hướng Sơn	19441
19447	x	Hướng Linh	19441
19450	x	Tân Hợp	19429
19453	x	Hướng Tân	19429
19456	x	Tân Thành	19432
19459	x	Tân Long	19432
19462	x	Tân Lập	19462
19465	x	Tân Liên	19462
19468	x	Húc	19429
19471	x	Thuận	19489
19474	x	Hướng Lộc	19462
19477	x	Ba Tầng	19483
19480	x	Thanh	19489
19483	x	A Dơi	19483
19489	x	Lìa	19489
19492	x	Xy	19483
D	45	466	Huyện Gio Linh
19495	t	Gio Linh	19495
19496	t	Cửa Việt	19496
19498	x	Trung Giang	19501
19501	x	Trung Hải	19501
19504	x	Trung Sơn	19501
19507	x	Phong Bình	19495
19510	x	Gio Mỹ	19495
19519	x	Gio Hải	19496
19522	x	Gio An	19537
19534	x	Linh Trường	19537
19537	x	Gio Sơn	19537
19543	x	Gio Mai	19496
19546	x	Hải Thái	19537
19552	x	Gio Quang	19495
D	45	467	Huyện Đa Krông
19555	t	Krông Klang	19555
19558	x	Mò Ó	19555
19561	x	Hướng Hiệp	19555
19564	x	Đakrông	19564
19567	x	Triệu Nguyên	19567
19570	x	Ba Lòng	19567
19576	x	Ba Nang	19564
19579	x	Tà Long	19564
19582	x	Húc Nghì	19588
19585	x	A Vao	19588
19588	x	Tà Rụt	19588
19591	x	A Bung	19594
19594	x	A Ngo	19594
D	45	468	Huyện Cam Lộ
19597	t	Cam Lộ	19597
19600	x	Cam Tuyền	19603
19603	x	Thanh An	19603
19606	x	Cam Thủy	19603
19612	x	Cam Thành	19597
19615	x	Cam Hiếu	19603
19618	x	Cam Chính	19597
19621	x	Cam Nghĩa	19597
D	45	469	Huyện Triệu Phong
19624	t	Ái Tử	19624
19627	x	Triệu Tân	19639
19633	x	Triệu Phước	19639
19636	x	Triệu Độ	19645
19639	x	Triệu Trạch	19639
19642	x	Triệu Thuận	19645
19645	x	Triệu Đại	19645
19648	x	Triệu Hòa	19645
19654	x	Triệu Cơ	19654
19657	x	Triệu Long	19669
19660	x	Triệu Tài	19654
19666	x	Triệu Trung	19654
19669	x	Triệu Ái	19669
19672	x	Triệu Thượng	19624
19675	x	Triệu Giang	19669
19678	x	Triệu Thành	19624
D	45	470	Huyện Hải Lăng
19681	t	Diên Sanh	19681
19684	x	Hải An	19741
19687	x	Hải Bình	19699
19693	x	Hải Quy	19699
19699	x	Hải Hưng	19699
19702	x	Hải Phú	19702
19708	x	Hải Thượng	19702
19711	x	Hải Dương	19741
19714	x	Hải Định	19681
19717	x	Hải Lâm	19702
19726	x	Hải Phong	19735
19729	x	Hải Trường	19681
19735	x	Hải Sơn	19735
19738	x	Hải Chánh	19735
19741	x	Hải Khê	19741
D	46	474	Quận Thuận Hóa
19777	p	Vỹ Dạ	19777
19780	p	Phường Đúc	19789
19783	p	Vĩnh Ninh	19789
19786	p	Phú Hội	19789
19789	p	Phú Nhuận	19789
19792	p	Xuân Phú	19777
19795	p	Trường An	19789
19798	p	Phước Vĩnh	19789
19801	p	An Cựu	19815
19807	p	Thủy Biều	19813
19813	p	Thủy Xuân	19813
19815	p	An Đông	19815
19816	p	An Tây	19815
19900	p	Thuận An	19900
19909	p	Dương Nỗ	19909
19930	p	Phú Thượng	19930
19963	p	Thủy Vân	19777
19981	p	Thủy Bằng	19813
20002	p	Hương Phong	20014
D	46	475	Quận Phú Xuân
19750	p	Tây Lộc	19753
19753	p	Thuận Lộc	19753
19756	p	Gia Hội	19753
19759	p	Phú Hậu	19753
19762	p	Thuận Hòa	19753
19768	p	Đông Ba	19753
19774	p	Kim Long	19774
19803	p	An Hòa	19804
19804	p	Hương Sơ	19804
19810	p	Hương Long	19774
20014	p	Hương Vinh	20014
20023	p	Hương An	19804
20029	p	Long Hồ	19774
D	46	476	Thị xã Phong Điền
19819	p	Phong Thu	19819
19825	x	Phong Thạnh	19828
19828	p	Phong Phú	19828
19831	x	Phong Bình	19831
19837	x	Phong Chương	19831
19843	p	Phong Hải	19873
19846	p	Phong Hòa	19831
19852	p	Phong Hiền	19858
19855	x	Phong Mỹ	19819
19858	p	Phong An	19858
19861	x	Phong Xuân	19819
19864	x	Phong Sơn	19858
D	46	477	Huyện Quảng Điền
19867	t	Sịa	19867
19870	x	Quảng Thái	19885
19873	x	Quảng Ngạn	19873
19876	x	Quảng Lợi	19885
19879	x	Quảng Công	19873
19882	x	Quảng Phước	19867
19885	x	Quảng Vinh	19885
19888	x	Quảng An	19867
19891	x	Quảng Thành	20014
19894	x	Quảng Thọ	19867
19897	x	Quảng Phú	19885
D	46	478	Huyện Phú Vang
19903	x	Phú Thuận	19900
19912	x	Phú An	19930
19915	x	Phú Hải	19900
19918	x	Phú Xuân	19918
19921	x	Phú Diên	19945
19927	x	Phú Mỹ	19930
19933	x	Phú Hồ	19918
19936	x	Vinh Xuân	19945
19939	x	Phú Lương	19918
19942	t	Phú Đa	19942
19945	x	Vinh Thanh	19945
19948	x	Vinh An	19945
19954	x	Phú Gia	19942
19957	x	Vinh Hà	19942
D	46	479	Thị xã Hương Thủy
19960	p	Phú Bài	19960
19966	x	Thủy Thanh	19969
19969	p	Thủy Dương	19969
19972	p	Thủy Phương	19969
19975	p	Thủy Châu	19975
19978	p	Thủy Lương	19975
19984	x	Thủy Tân	19975
19987	x	Thủy Phù	19960
19990	x	Phú Sơn	19960
19993	x	Dương Hòa	19960
D	46	480	Thị xã Hương Trà
19996	p	Tứ Hạ	19996
20005	x	Hương Toàn	20017
20008	p	Hương Vân	19996
20011	p	Hương Văn	19996
20017	p	Hương Xuân	20017
20020	p	Hương Chữ	20017
20026	x	Hương Bình	20035
20035	x	Bình Tiến	20035
20041	x	Bình Thành	20035
D	46	481	Huyện A Lưới
20044	t	A Lưới	20044
20047	x	Hồng Vân	20056
20050	x	Hồng Hạ	20050
20053	x	Hồng Kim	20056
20056	x	Trung Sơn	20056
20059	x	Hương Nguyên	20050
20065	x	Hồng Bắc	20044
20068	x	A Ngo	20044
20071	x	Sơn Thủy	20071
20074	x	Phú Vinh	20071
20080	x	Hương Phong	20101
20083	x	Quảng Nhâm	20044
20086	x	Hồng Thượng	20071
20089	x	Hồng Thái	20071
20095	x	A Roàng	20101
20098	x	Đông Sơn	20101
20101	x	Lâm Đớt	20101
20104	x	Hồng Thủy	20056
D	46	482	Huyện Phú Lộc
20107	t	Phú Lộc	20107
20110	t	Lăng Cô	20137
20113	x	Vinh Mỹ	20122
20116	x	Vinh Hưng	20122
20122	x	Giang Hải	20122
20125	x	Vinh Hiền	20122
20128	x	Lộc Bổn	20131
20131	t	Lộc Sơn	20131
20134	x	Lộc Bình	20107
20137	x	Lộc Vĩnh	20137
20140	x	Lộc An	20140
20143	x	Lộc Điền	20140
20146	x	Lộc Thủy	20137
20149	x	Lộc Trì	20107
20152	x	Lộc Tiến	20137
20155	x	Lộc Hòa	20140
20158	x	Xuân Lộc	20131
20161	t	Khe Tre	20161
20164	x	Hương Phú	20161
20167	x	Hương Sơn	20179
20170	x	Hương Lộc	20161
20173	x	Thượng Quảng	20182
20179	x	Hương Xuân	20179
20182	x	Hương Hữu	20182
20185	x	Thượng Lộ	20161
20188	x	Thượng Long	20182
20191	x	Thượng Nhật	20179
D	48	490	Quận Liên Chiểu
20194	p	Hòa Hiệp Bắc	20194
20195	p	Hòa Hiệp Nam	20194
20197	p	Hòa Khánh Bắc	20197
20198	p	Hòa Khánh Nam	20200
20200	p	Hòa Minh	20200
D	48	491	Quận Thanh Khê
20206	p	Thanh Khê Tây	20209
20207	p	Thanh Khê Đông	20209
20209	p	Xuân Hà	20209
20215	p	Chính Gián	20209
20218	p	Thạc Gián	20209
20224	p	An Khê	20305
D	48	492	Quận Hải Châu
20227	p	Thanh Bình	20242
20230	p	Thuận Phước	20242
20233	p	Thạch Thang	20242
20236	p	Hải Châu	20242
20242	p	Phước Ninh	20242
20245	p	Hòa Thuận Tây	20257
20254	p	Bình Thuận	20257
20257	p	Hòa Cường Bắc	20257
20258	p	Hòa Cường Nam	20257
D	48	493	Quận Sơn Trà
20263	p	Thọ Quang	20263
20266	p	Nại Hiên Đông	20263
20269	p	Mân Thái	20263
20272	p	An Hải Bắc	20275
20275	p	Phước Mỹ	20275
20278	p	An Hải Nam	20275
D	48	494	Quận Ngũ Hành Sơn
20284	p	Mỹ An	20285
20285	p	Khuê Mỹ	20285
20287	p	Hòa Quý	20285
20290	p	Hòa Hải	20285
D	48	495	Quận Cẩm Lệ
20260	p	Khuê Trung	20260
20305	p	Hòa Phát	20305
20306	p	Hòa An	20305
20311	p	Hòa Thọ Tây	20260
20312	p	Hòa Thọ Đông	20260
20314	p	Hòa Xuân	20314
D	48	497	Huyện Hòa Vang
20293	x	Hòa Bắc	20194
20296	x	Hòa Liên	20194~,20197!
20299	x	Hòa Ninh	20308
20302	x	Hòa Sơn	20200
20308	x	Hòa Nhơn	20308
20317	x	Hòa Phú	20320
20320	x	Hòa Phong	20320
20323	x	Hòa Châu	20314
20326	x	Hòa Tiến	20332
20329	x	Hòa Phước	20314
20332	x	Hòa Khương	20332
D	49	502	Thành phố Tam Kỳ
20335	p	Tân Thạnh	20335
20341	p	An Mỹ	20341
20344	p	Hòa Hương	20350
20347	p	An Xuân	20341
20350	p	An Sơn	20350
20353	p	Trường Xuân	20341
20356	p	An Phú	20356
20359	x	Tam Thanh	20356
20362	x	Tam Thăng	20335
20371	x	Tam Phú	20356
20375	p	Hòa Thuận	20335
20389	x	Tam Ngọc	20350
D	49	503	Thành phố Hội An
20398	p	Minh An	20410
20401	p	Tân An	20401
20404	p	Cẩm Phô	20410
20407	p	Thanh Hà	20401
20410	p	Sơn Phong	20410
20413	p	Cẩm Châu	20413
20416	p	Cửa Đại	20413
20419	p	Cẩm An	20401
20422	x	Cẩm Hà	20401
20425	x	Cẩm Kim	20410
20428	p	Cẩm Nam	20410
20431	x	Cẩm Thanh	20413
20434	x	Tân Hiệp	20434
D	49	504	Huyện Tây Giang
20437	x	Ch'ơm	20443
20440	x	Ga Ri	20443
20443	x	A Xan	20443
20446	x	Tr'Hy	20443
20449	x	Lăng	20455
20452	x	A Nông	20455
20455	x	A Tiêng	20455
20458	x	Bha Lêê	20458
20461	x	A Vương	20458
20464	x	Dang	20455
D	49	505	Huyện Đông Giang
20467	t	Prao	20467
20470	x	Tà Lu	20467
20473	x	Sông Kôn	20476
20476	x	Jơ Ngây	20476
20479	x	A Ting	20476
20482	x	Tư	20485
20485	x	Ba	20485
20488	x	A Rooi	20467
20491	x	Zà Hung	20467
20494	x	Mà Cooih	20494
20497	x	Kà Dăng	20494
D	49	506	Huyện Đại Lộc
20500	t	Ái Nghĩa	20500
20503	x	Đại Sơn	20506
20506	x	Đại Lãnh	20506
20509	x	Đại Hưng	20506
20512	x	Đại Hồng	20515
20515	x	Đại Đồng	20515
20518	x	Đại Quang	20515
20521	x	Đại Nghĩa	20500
20524	x	Đại Hiệp	20500
20527	x	Đại Thạnh	20542
20530	x	Đại Chánh	20542
20533	x	Đại Tân	20542
20536	x	Đại Phong	20539
20539	x	Đại Minh	20539
20542	x	Đại Thắng	20542
20545	x	Đại Cường	20539
20547	x	Đại An	20500
20548	x	Đại Hòa	20500
D	49	507	Thị xã Điện Bàn
20551	p	Vĩnh Điện	20551
20554	x	Điện Tiến	20557
20557	x	Điện Hòa	20557
20560	p	Điện Thắng Bắc	20557
20561	p	Điện Thắng Trung	20575
20562	p	Điện Thắng Nam	20575
20563	p	Điện Ngọc	20579
20566	x	Điện Hồng	20569
20569	x	Điện Thọ	20569
20572	x	Điện Phước	20569
20575	p	Điện An	20575
20578	p	Điện Nam Bắc	20579
20579	p	Điện Nam Trung	20579
20580	p	Điện Nam Đông	20579
20581	p	Điện Dương	20579
20584	x	Điện Quang	20587
20587	x	Điện Trung	20587
20590	x	Điện Phong	20587
20593	p	Điện Minh	20551
20596	p	Điện Phương	20551
D	49	508	Huyện Duy Xuyên
20599	t	Nam Phước	20599
20605	x	Duy Phú	20611
20608	x	Duy Tân	20611
20611	x	Duy Hòa	20611
20614	x	Duy Châu	20611
20617	x	Duy Trinh	20623
20620	x	Duy Sơn	20623
20623	x	Duy Trung	20623
20626	x	Duy Phước	20599
20629	x	Duy Thành	20635
20632	x	Duy Vinh	20599
20635	x	Duy Nghĩa	20635
20638	x	Duy Hải	20635
D	49	509	Huyện Quế Sơn
20641	t	Đông Phú	20641
20644	x	Quế Xuân 1	20650
20647	x	Quế Xuân 2	20650
20650	x	Quế Phú	20650
20651	t	Hương An	20650
20656	t	Trung Phước	20656
20659	x	Quế Hiệp	20662
20662	x	Quế Thuận	20662
20665	x	Quế Mỹ	20662
20668	x	Ninh Phước	20669
20669	x	Phước Ninh	20669
20671	x	Quế Lộc	20656
20677	x	Quế Long	20641
20680	x	Quế Châu	20662
20683	x	Quế Phong	20641
20686	x	Quế An	20641
20689	x	Quế Minh	20641
20692	x	Quế Lâm	20669
D	49	510	Huyện Nam Giang
20695	t	Thạnh Mỹ	20695
20698	x	La Êê	20698
20699	x	Chơ Chun	20698
20701	x	Zuôih	20707
20702	x	Tà Pơơ	20710
20704	x	La Dêê	20704
20705	x	Đắc Tôi	20704
20707	x	Chà Vàl	20707
20710	x	Tà Bhing	20710
20713	x	Cà Dy	20710
20716	x	Đắc Pre	20716
20719	x	Đắc Pring	20716
D	49	511	Huyện Phước Sơn
20722	t	Khâm Đức	20722
20725	x	Phước Xuân	20722
20728	x	Phước Hiệp	20728
20729	x	Phước Hòa	20728
20731	x	Phước Đức	20734
20734	x	Phước Năng	20734
20737	x	Phước Mỹ	20734
20740	x	Phước Chánh	20740
20743	x	Phước Công	20740
20746	x	Phước Kim	20752
20749	x	Phước Lộc	20752
20752	x	Phước Thành	20752
D	49	512	Huyện Hiệp Đức
20758	x	Quế Tân	20779
20764	x	Quế Thọ	20767
20767	x	Bình Lâm	20767
20770	x	Sông Trà	20770
20773	x	Phước Trà	20770
20776	x	Phước Gia	20770
20779	t	Tân Bình	20779
20782	x	Quế Lưu	20779
20785	x	Thăng Phước	20767
20788	x	Bình Sơn	20767
D	49	513	Huyện Thăng Bình
20791	t	Hà Lam	20791
20794	x	Bình Dương	20794
20797	x	Bình Giang	20794
20800	x	Bình Nguyên	20791
20803	x	Bình Phục	20791
20806	x	Bình Triều	20794
20809	x	Bình Đào	20794
20812	x	Bình Minh	20794
20815	x	Bình Lãnh	20818
20818	x	Bình Trị	20818
20821	x	Bình Định	20818
20824	x	Bình Quý	20791
20827	x	Bình Phú	20827
20833	x	Bình Tú	20848
20836	x	Bình Sa	20836
20839	x	Bình Hải	20836
20842	x	Bình Quế	20827
20845	x	Bình An	20848
20848	x	Bình Trung	20848
20851	x	Bình Nam	20836
D	49	514	Huyện Tiên Phước
20854	t	Tiên Kỳ	20854
20857	x	Tiên Sơn	20857
20860	x	Tiên Hà	20857
20866	x	Tiên Châu	20857
20869	x	Tiên Lãnh	20875
20872	x	Tiên Ngọc	20875
20875	x	Tiên Hiệp	20875
20878	x	Tiên Cảnh	20878
20881	x	Tiên Mỹ	20854
20884	x	Tiên Phong	20854
20887	x	Tiên Thọ	20854
20890	x	Tiên An	20878
20893	x	Tiên Lộc	20878
20896	x	Tiên Lập	20878
D	49	515	Huyện Bắc Trà My
20899	t	Trà My	20900
20900	x	Trà Sơn	20900
20902	x	Trà Kót	20908
20905	x	Trà Nú	20908
20908	x	Trà Đông	20908
20911	x	Trà Dương	20900
20914	x	Trà Giang	20900
20917	x	Trà Bui	20920
20920	x	Trà Đốc	20920
20923	x	Trà Tân	20923
20926	x	Trà Giác	20923
20929	x	Trà Giáp	20929
20932	x	Trà Ka	20929
D	49	516	Huyện Nam Trà My
20935	x	Trà Leng	20938
20938	x	Trà Dơn	20938
20941	x	Trà Tập	20941
20944	x	Trà Mai	20944
20947	x	Trà Cang	20941
20950	x	Trà Linh	20950
20953	x	Trà Nam	20950
20956	x	Trà Don	20944
20959	x	Trà Vân	20959
20962	x	Trà Vinh	20959
D	49	517	Huyện Núi Thành
20965	t	Núi Thành	20965
20968	x	Tam Xuân I	20971
20971	x	Tam Xuân II	20971
20974	x	Tam Tiến	20971
20977	x	Tam Sơn	20977
20980	x	Tam Thạnh	20977
20983	x	Tam Anh Bắc	20984
20984	x	Tam Anh Nam	20984
20986	x	Tam Hòa	20984
20989	x	Tam Hiệp	20965
20992	x	Tam Hải	20992
20995	x	Tam Giang	20965
20998	x	Tam Quang	20965
21001	x	Tam Nghĩa	20965
21004	x	Tam Mỹ Tây	21004
21005	x	Tam Mỹ Đông	21004
21007	x	Tam Trà	21004
D	49	518	Huyện Phú Ninh
20364	t	Phú Thịnh	20364
20365	x	Tam Thành	20380
20368	x	Tam An	20380
20374	x	Tam Đàn	20364
20377	x	Tam Lộc	20380
20380	x	Tam Phước	20380
20386	x	Tam Thái	20364
20387	x	Tam Đại	20392
20392	x	Tam Dân	20392
20395	x	Tam Lãnh	20392
D	51	522	Thành phố Quảng Ngãi
21010	p	Lê Hồng Phong	21028
21013	p	Trần Phú	21028
21016	p	Quảng Phú	21028
21019	p	Nghĩa Chánh	21025
21022	p	Trần Hưng Đạo	21025
21025	p	Nguyễn Nghiêm	21025
21028	p	Nghĩa Lộ	21028
21031	p	Chánh Lộ	21025
21034	x	Nghĩa Dũng	21034
21037	x	Nghĩa Dõng	21034
21172	p	Trương Quang Trọng	21172
21187	x	Tịnh Hòa	21109
21190	x	Tịnh Kỳ	21211
21199	x	Tịnh Thiện	21211
21202	x	Tịnh Ấn Đông	21172
21208	x	Tịnh Châu	21211
21211	x	Tịnh Khê	21211
21214	x	Tịnh Long	21211
21223	x	Tịnh Ấn Tây	21172
21232	x	Tịnh An	21172
21256	x	Nghĩa Hà	21034
21262	x	An Phú	21034
D	51	524	Huyện Bình Sơn
21040	t	Châu Ổ	21040
21043	x	Bình Thuận	21061
21046	x	Bình Thạnh	21040
21049	x	Bình Đông	21061
21052	x	Bình Chánh	21040
21055	x	Bình Nguyên	21040
21058	x	Bình Khương	21085
21061	x	Bình Trị	21061
21064	x	Bình An	21085
21067	x	Bình Hải	21061
21070	x	Bình Dương	21040
21073	x	Bình Phước	21061
21079	x	Bình Hòa	21061
21082	x	Bình Trung	21040
21085	x	Bình Minh	21085
21088	x	Bình Long	21040
21091	x	Bình Thanh	21109
21100	x	Bình Chương	21100
21103	x	Bình Hiệp	21109
21106	x	Bình Mỹ	21100
21109	x	Bình Tân Phú	21109
21112	x	Bình Châu	21109
D	51	525	Huyện Trà Bồng
21115	t	Trà Xuân	21115
21118	x	Trà Giang	21127
21121	x	Trà Thủy	21115
21124	x	Trà Hiệp	21124
21127	x	Trà Bình	21127
21130	x	Trà Phú	21127
21133	x	Trà Lâm	21124
21136	x	Trà Tân	21136
21139	x	Trà Sơn	21115
21142	x	Trà Bùi	21136!,21157~
21145	x	Trà Thanh	21124
21148	x	Sơn Trà	21154
21154	x	Trà Phong	21154
21157	x	Hương Trà	21157
21163	x	Trà Xinh	21154
21166	x	Trà Tây	21157
D	51	527	Huyện Sơn Tịnh
21175	x	Tịnh Thọ	21181
21178	x	Tịnh Trà	21205
21181	x	Tịnh Phong	21181
21184	x	Tịnh Hiệp	21205
21193	x	Tịnh Bình	21220
21196	x	Tịnh Đông	21196
21205	x	Tịnh Bắc	21205
21217	x	Tịnh Sơn	21220
21220	t	Tịnh Hà	21220
21226	x	Tịnh Giang	21196
21229	x	Tịnh Minh	21196
D	51	528	Huyện Tư Nghĩa
21235	t	La Hà	21235
21238	t	Sông Vệ	21238
21241	x	Nghĩa Lâm	21244
21244	x	Nghĩa Thắng	21244
21247	x	Nghĩa Thuận	21250
21250	x	Nghĩa Kỳ	21250
21259	x	Nghĩa Sơn	21244
21268	x	Nghĩa Hòa	21235
21271	x	Nghĩa Điền	21250
21274	x	Nghĩa Thương	21235
21277	x	Nghĩa Trung	21235
21280	x	Nghĩa Hiệp	21238
21283	x	Nghĩa Phương	21238
D	51	529	Huyện Sơn Hà
21289	t	Di Lăng	21289
21292	x	Sơn Hạ	21292
21295	x	Sơn Thành	21292
21298	x	Sơn Nham	21292
21301	x	Sơn Bao	21289
21304	x	Sơn Linh	21307
21307	x	Sơn Giang	21307
21310	x	Sơn Trung	21319
21313	x	Sơn Thượng	21289
21316	x	Sơn Cao	21307
21319	x	Sơn Hải	21319
21322	x	Sơn Thủy	21319
21325	x	Sơn Kỳ	21325
21328	x	Sơn Ba	21325
D	51	530	Huyện Sơn Tây
21331	x	Sơn Bua	21334
21334	x	Sơn Mùa	21334
21335	x	Sơn Liên	21334
21337	x	Sơn Tân	21340
21338	x	Sơn Màu	21343
21340	x	Sơn Dung	21340
21341	x	Sơn Long	21340
21343	x	Sơn Tinh	21343
21346	x	Sơn Lập	21343
D	51	531	Huyện Minh Long
21349	x	Long Sơn	21349
21352	x	Long Mai	21349
21355	x	Thanh An	21361
21358	x	Long Môn	21361
21361	x	Long Hiệp	21361
D	51	532	Huyện Nghĩa Hành
21364	t	Chợ Chùa	21364
21367	x	Hành Thuận	21364
21370	x	Hành Dũng	21370
21373	x	Hành Trung	21364
21376	x	Hành Nhân	21370
21379	x	Hành Đức	21385
21382	x	Hành Minh	21370
21385	x	Hành Phước	21385
21388	x	Hành Thiện	21388
21391	x	Hành Thịnh	21385
21394	x	Hành Tín Tây	21388
21397	x	Hành Tín Đông	21388
D	51	533	Huyện Mộ Đức
21400	t	Mộ Đức	21400
21406	x	Thắng Lợi	21409
21409	x	Đức Nhuận	21409
21412	x	Đức Chánh	21421
21415	x	Đức Hiệp	21409
21418	x	Đức Minh	21421
21421	x	Đức Thạnh	21421
21424	x	Đức Hòa	21400
21427	x	Đức Tân	21400
21430	x	Đức Phú	21400
21433	x	Đức Phong	21433
21436	x	Đức Lân	21433
D	51	534	Thị xã Đức Phổ
21439	p	Nguyễn Nghiêm	21439
21442	x	Phổ An	21451
21445	x	Phổ Phong	21457
21448	x	Phổ Thuận	21451
21451	p	Phổ Văn	21451
21454	p	Phổ Quang	21451
21457	x	Phổ Nhơn	21457
21460	p	Phổ Ninh	21439
21463	p	Phổ Minh	21439
21466	p	Phổ Vinh	21439
21469	p	Phổ Hòa	21439
21472	x	Phổ Cường	21472
21475	x	Phổ Khánh	21472
21478	p	Phổ Thạnh	21478
21481	x	Phổ Châu	21478
D	51	535	Huyện Ba Tơ
21484	t	Ba Tơ	21484
21487	x	Ba Điền	21490
21490	x	Ba Vinh	21490
21493	x	Ba Thành	21496
21496	x	Ba Động	21496
21499	x	Ba Dinh	21499
21500	x	Ba Giang	21499
21502	x	Ba Liên	21496
21505	x	Ba Ngạc	21529
21508	x	Ba Khâm	21520
21511	x	Ba Cung	21484
21517	x	Ba Tiêu	21529
21520	x	Ba Trang	21520
21523	x	Ba Tô	21523
21526	x	Ba Bích	21484
21529	x	Ba Vì	21529
21532	x	Ba Lế	21523
21535	x	Ba Nam	21523
21538	x	Ba Xa	21538
D	52	540	Thành phố Quy Nhơn
21550	p	Nhơn Bình	21601
21553	p	Nhơn Phú	21553
21556	p	Đống Đa	21583
21559	p	Trần Quang Diệu	21553
21562	p	Hải Cảng	21583
21565	p	Quang Trung	21592
21577	p	Ngô Mây	21592
21580	p	Trần Phú	21583
21583	p	Thị Nại	21583
21589	p	Bùi Thị Xuân	21589
21592	p	Nguyễn Văn Cừ	21592
21595	p	Ghềnh Ráng	21592
21598	x	Nhơn Lý	21601
21601	x	Nhơn Hội	21601
21604	x	Nhơn Hải	21601
21607	x	Nhơn Châu	21607
21991	x	Phước Mỹ	21589
D	52	542	Huyện An Lão
21609	t	An Lão	21609
21610	x	An Hưng	21609
21613	x	An Trung	21616
21616	x	An Dũng	21616
21619	x	An Vinh	21616
21622	x	An Toàn	21622
21625	x	An Tân	21609
21628	x	An Hòa	21628
21631	x	An Quang	21628
21634	x	An Nghĩa	21622~,21628!
D	52	543	Thị xã Hoài Nhơn
21637	p	Tam Quan	21637
21640	p	Bồng Sơn	21640
21643	x	Hoài Sơn	21655
21646	x	Hoài Châu Bắc	21655
21649	x	Hoài Châu	21637
21652	x	Hoài Phú	21661
21655	p	Tam Quan Bắc	21655
21658	p	Tam Quan Nam	21664
21661	p	Hoài Hảo	21661
21664	p	Hoài Thanh Tây	21664
21667	p	Hoài Thanh	21664
21670	p	Hoài Hương	21670
21673	p	Hoài Tân	21673
21676	x	Hoài Hải	21670
21679	p	Hoài Xuân	21673
21682	x	Hoài Mỹ	21670
21685	p	Hoài Đức	21640
D	52	544	Huyện Hoài Ân
21688	t	Tăng Bạt Hổ	21688
21690	x	Ân Hảo Tây	21697
21691	x	Ân Hảo Đông	21697
21694	x	Ân Sơn	21703
21697	x	Ân Mỹ	21697
21700	x	Đak Mang	21715
21703	x	Ân Tín	21703
21706	x	Ân Thạnh	21703
21709	x	Ân Phong	21688
21712	x	Ân Đức	21688
21715	x	Ân Hữu	21715
21718	x	Bok Tới	21727
21721	x	Ân Tường Tây	21715
21724	x	Ân Tường Đông	21688
21727	x	Ân Nghĩa	21727
D	52	545	Huyện Phù Mỹ
21730	t	Phù Mỹ	21730
21733	t	Bình Dương	21733
21736	x	Mỹ Đức	21739
21739	x	Mỹ Châu	21739
21742	x	Mỹ Thắng	21751
21745	x	Mỹ Lộc	21739
21748	x	Mỹ Lợi	21733
21751	x	Mỹ An	21751
21754	x	Mỹ Phong	21733
21757	x	Mỹ Trinh	21757
21760	x	Mỹ Thọ	21751
21763	x	Mỹ Hòa	21757
21766	x	Mỹ Thành	21769
21769	x	Mỹ Chánh	21769
21772	x	Mỹ Quang	21730
21775	x	Mỹ Hiệp	21775
21778	x	Mỹ Tài	21775
21781	x	Mỹ Cát	21769
21784	x	Mỹ Chánh Tây	21730
D	52	546	Huyện Vĩnh Thạnh
21786	t	Vĩnh Thạnh	21786
21787	x	Vĩnh Sơn	21787
21790	x	Vĩnh Kim	21787
21796	x	Vĩnh Hiệp	21796
21799	x	Vĩnh Hảo	21786
21801	x	Vĩnh Hòa	21805
21802	x	Vĩnh Thịnh	21796
21804	x	Vĩnh Thuận	21805
21805	x	Vĩnh Quang	21805
D	52	547	Huyện Tây Sơn
21808	t	Phú Phong	21808
21811	x	Bình Tân	21817
21814	x	Tây Thuận	21820
21817	x	Bình Thuận	21817
21820	x	Tây Giang	21820
21823	x	Bình Thành	21829
21826	x	Tây An	21817
21829	x	Bình Hòa	21829
21832	x	Tây Bình	21829
21835	x	Bình Tường	21835
21838	x	Tây Vinh	21829
21841	x	Vĩnh An	21835
21844	x	Tây Xuân	21808
21847	x	Bình Nghi	21808
21850	x	Tây Phú	21835
D	52	548	Huyện Phù Cát
21853	t	Ngô Mây	21853
21856	x	Cát Sơn	21868
21859	x	Cát Minh	21859
21862	t	Cát Khánh	21859
21865	x	Cát Tài	21859
21868	x	Cát Lâm	21868
21871	x	Cát Hanh	21871
21874	x	Cát Thành	21880
21877	x	Cát Trinh	21853
21880	x	Cát Hải	21880
21883	x	Cát Hiệp	21871
21886	x	Cát Nhơn	21892
21889	x	Cát Hưng	21901
21892	x	Cát Tường	21892
21895	x	Cát Tân	21853
21898	t	Cát Tiến	21880
21901	x	Cát Thắng	21901
21904	x	Cát Chánh	21901
D	52	549	Thị xã An Nhơn
21907	p	Bình Định	21907
21910	p	Đập Đá	21910
21913	x	Nhơn Mỹ	21910
21916	p	Nhơn Thành	21925
21919	x	Nhơn Hạnh	21925
21922	x	Nhơn Hậu	21910
21925	x	Nhơn Phong	21925
21928	x	Nhơn An	21934
21931	x	Nhơn Phúc	21907
21934	p	Nhơn Hưng	21934
21937	x	Nhơn Khánh	21907
21940	x	Nhơn Lộc	21940
21943	p	Nhơn Hòa	21943
21946	x	Nhơn Tân	21940
21949	x	Nhơn Thọ	21943
D	52	550	Huyện Tuy Phước
21952	t	Tuy Phước	21952
21955	t	Diêu Trì	21952
21958	x	Phước Thắng	21970
21961	x	Phước Hưng	21964
21964	x	Phước Quang	21964
21967	x	Phước Hòa	21970
21970	x	Phước Sơn	21970
21973	x	Phước Hiệp	21964
21976	x	Phước Lộc	21952
21979	x	Phước Nghĩa	21952
21982	x	Phước Thuận	21952
21985	x	Phước An	21985
21988	x	Phước Thành	21985
D	52	551	Huyện Vân Canh
21994	t	Vân Canh	21994
21997	x	Canh Liên	21997!,22006~
22000	x	Canh Hiệp	21994~,22006!
22003	x	Canh Vinh	22006
22006	x	Canh Hiển	22006
22009	x	Canh Thuận	21994
22012	x	Canh Hòa	21994
D	54	555	Thành phố Tuy Hòa
22015	p	1	22015
22018	p	2	22015
22024	p	9	22015!,22045~
22030	p	4	22015
22033	p	5	22015
22036	p	7	22015
22040	p	Phú Thạnh	22240
22041	p	Phú Đông	22240
22042	x	Hòa Kiến	22045
22045	x	Bình Kiến	22045
22162	x	An Phú	22045
22240	p	Phú Lâm	22240
D	54	557	Thị xã Sông Cầu
22051	p	Xuân Phú	22051
22052	x	Xuân Lâm	22075
22053	p	Xuân Thành	22076
22054	x	Xuân Hải	22057
22057	x	Xuân Lộc	22057
22060	x	Xuân Bình	22060
22066	x	Xuân Cảnh	22060
22069	x	Xuân Thịnh	22051
22072	x	Xuân Phương	22051
22073	p	Xuân Yên	22051
22075	x	Xuân Thọ 1	22075
22076	p	Xuân Đài	22076
22078	x	Xuân Thọ 2	22075
D	54	558	Huyện Đồng Xuân
22081	t	La Hai	22081
22084	x	Đa Lộc	22090
22087	x	Phú Mỡ	22096
22090	x	Xuân Lãnh	22090
22093	x	Xuân Long	22081
22096	x	Xuân Quang 1	22096
22099	x	Xuân Sơn Bắc	22081
22102	x	Xuân Quang 2	22081
22105	x	Xuân Sơn Nam	22081
22108	x	Xuân Quang 3	22111
22111	x	Xuân Phước	22111
D	54	559	Huyện Tuy An
22114	t	Chí Thạnh	22114
22117	x	An Dân	22114
22120	x	An Ninh Tây	22120
22123	x	An Ninh Đông	22120
22126	x	An Thạch	22120
22129	x	An Định	22114
22132	x	An Nghiệp	22132
22138	x	An Cư	22147
22141	x	An Xuân	22132
22144	x	An Lĩnh	22132
22147	x	An Hòa Hải	22147
22150	x	An Hiệp	22147
22153	x	An Mỹ	22153
22156	x	An Chấn	22153
22159	x	An Thọ	22153
D	54	560	Huyện Sơn Hòa
22165	t	Củng Sơn	22165
22168	x	Phước Tân	22171
22171	x	Sơn Hội	22171
22174	x	Sơn Định	22177
22177	x	Sơn Long	22177
22180	x	Cà Lúi	22171
22183	x	Sơn Phước	22165
22186	x	Sơn Xuân	22177
22189	x	Sơn Nguyên	22165
22192	x	Ea Chà Rang	22192
22195	x	Krông Pa	22192
22198	x	Suối Bạc	22165
22201	x	Sơn Hà	22165
22204	x	Suối Trai	22192
D	54	561	Huyện Sông Hinh
22207	t	Hai Riêng	22207
22210	x	Ea Lâm	22237
22213	x	Đức Bình Tây	22222
22216	x	Ea Bá	22225
22219	x	Sơn Giang	22222
22222	x	Đức Bình Đông	22222
22225	x	Ea Bar	22225!,22237~
22228	x	Ea Bia	22207~,22222!
22231	x	Ea Trol	22207
22234	x	Sông Hinh	22207
22237	x	Ea Ly	22237
D	54	562	Huyện Tây Hòa
22249	x	Sơn Thành Tây	22250
22250	x	Sơn Thành Đông	22250
22252	x	Hòa Bình 1	22240~,22255!
22255	t	Phú Thứ	22255
22264	x	Hòa Phong	22255
22270	x	Hòa Phú	22250
22273	x	Hòa Tân Tây	22255
22276	x	Hòa Đồng	22276
22285	x	Hòa Mỹ Đông	22285
22288	x	Hòa Mỹ Tây	22285
22294	x	Hòa Thịnh	22276
D	54	563	Huyện Phú Hòa
22303	x	Hòa Quang Bắc	22303
22306	x	Hòa Quang Nam	22303
22309	x	Hòa Hội	22319
22312	x	Hòa Trị	22015!,22303~
22315	x	Hòa An	22015!,22319~
22318	x	Hòa Định Đông	22319
22319	t	Phú Hòa	22319
22321	x	Hòa Định Tây	22319
22324	x	Hòa Thắng	22319
D	54	564	Thị xã Đông Hòa
22243	x	Hòa Thành	22240
22246	p	Hòa Hiệp Bắc	22240~,22261!
22258	p	Hòa Vinh	22258
22261	p	Hòa Hiệp Trung	22261
22267	x	Hòa Tân Đông	22258
22279	p	Hòa Xuân Tây	22258
22282	p	Hòa Hiệp Nam	22261
22291	x	Hòa Xuân Đông	22291
22297	x	Hòa Tâm	22291
22300	x	Hòa Xuân Nam	22291
D	56	568	Thành phố Nha Trang
22327	p	Vĩnh Hòa	22333
22330	p	Vĩnh Hải	22333
22333	p	Vĩnh Phước	22333
22336	p	Ngọc Hiệp	22390
22339	p	Vĩnh Thọ	22333
22348	p	Vạn Thạnh	22366
22351	p	Phương Sài	22390
22357	p	Phước Hải	22402
22363	p	Lộc Thọ	22366
22366	p	Tân Tiến	22366
22372	p	Phước Hòa	22366
22375	p	Vĩnh Nguyên	22366
22378	p	Phước Long	22402
22381	p	Vĩnh Trường	22402
22384	x	Vĩnh Lương	22333
22387	x	Vĩnh Phương	22333
22390	x	Vĩnh Ngọc	22390
22393	x	Vĩnh Thạnh	22390
22396	x	Vĩnh Trung	22390
22399	x	Vĩnh Hiệp	22390
22402	x	Vĩnh Thái	22402
22405	x	Phước Đồng	22402
D	56	569	Thành phố Cam Ranh
22408	p	Cam Nghĩa	22411
22411	p	Cam Phúc Bắc	22411
22414	p	Cam Phúc Nam	22420
22417	p	Cam Lộc	22420
22420	p	Cam Phú	22420
22423	p	Ba Ngòi	22423
22426	p	Cam Thuận	22432
22429	p	Cam Lợi	22432
22432	p	Cam Linh	22432
22468	x	Cam Thành Nam	22411
22474	x	Cam Phước Đông	22423
22477	x	Cam Thịnh Tây	22480
22480	x	Cam Thịnh Đông	22480
22483	x	Cam Lập	22480
22486	x	Cam Bình	22480
D	56	570	Huyện Cam Lâm
22435	x	Cam Tân	22435~,22453~,22708!
22438	x	Cam Hòa	22435~,22453!,22708~
22441	x	Cam Hải Đông	22453
22444	x	Cam Hải Tây	22453
22447	x	Sơn Tân	22435
22450	x	Cam Hiệp Bắc	22435~,22453!
22453	t	Cam Đức	22453
22456	x	Cam Hiệp Nam	22435~,22453!
22459	x	Cam Phước Tây	22465
22462	x	Cam Thành Bắc	22453
22465	x	Cam An Bắc	22453~,22465!
22471	x	Cam An Nam	22453~,22465!
22708	x	Suối Cát	22708
22711	x	Suối Tân	22435!,22453~,22708~
D	56	571	Huyện Vạn Ninh
22489	t	Vạn Giã	22489
22492	x	Đại Lãnh	22504
22495	x	Vạn Phước	22498
22498	x	Vạn Long	22498
22501	x	Vạn Bình	22516
22504	x	Vạn Thọ	22504
22507	x	Vạn Khánh	22498
22510	x	Vạn Phú	22489
22513	x	Vạn Lương	22489
22516	x	Vạn Thắng	22516
22519	x	Vạn Thạnh	22504
22522	x	Xuân Sơn	22525
22525	x	Vạn Hưng	22525
D	56	572	Thị xã Ninh Hòa
22528	p	Ninh Hiệp	22528
22531	x	Ninh Sơn	22546
22534	x	Ninh Tây	22552
22537	x	Ninh Thượng	22558
22540	x	Ninh An	22546
22543	p	Ninh Hải	22561
22546	x	Ninh Thọ	22546
22549	x	Ninh Trung	22558
22552	x	Ninh Sim	22552
22555	x	Ninh Xuân	22576
22558	x	Ninh Thân	22558
22561	p	Ninh Diêm	22561
22564	x	Ninh Đông	22528
22567	p	Ninh Thủy	22561
22570	p	Ninh Đa	22528
22573	x	Ninh Phụng	22528
22576	x	Ninh Bình	22576
22582	x	Ninh Phú	22591
22585	x	Ninh Tân	22597
22588	x	Ninh Quang	22576
22591	p	Ninh Giang	22591
22594	p	Ninh Hà	22591
22597	x	Ninh Hưng	22597
22600	x	Ninh Lộc	22597
22603	x	Ninh Ích	22597
22606	x	Ninh Phước	22561
D	56	573	Huyện Khánh Vĩnh
22609	t	Khánh Vĩnh	22609
22612	x	Khánh Hiệp	22612
22615	x	Khánh Bình	22615
22618	x	Khánh Trung	22612
22621	x	Khánh Đông	22615
22624	x	Khánh Thượng	22624
22627	x	Khánh Nam	22624
22630	x	Sông Cầu	22609
22633	x	Giang Ly	22624
22636	x	Cầu Bà	22648
22639	x	Liên Sang	22648
22642	x	Khánh Thành	22648
22645	x	Khánh Phú	22609
22648	x	Sơn Thái	22648
D	56	574	Huyện Diên Khánh
22651	t	Diên Khánh	22651
"""#
}
