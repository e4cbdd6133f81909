// Reference data, written by generate_reference.py; change that, not this.
// swift-format-ignore-file
// Sources and licences: NOTICE.md in the folder above.

/// Procedures: the fields are listed in Procedures.swift.
enum ProcedureData1 {
  static let text: StaticString = #"""
1.000005	Thủ tục hải quan đối với khí, nguyên liệu xuất khẩu, nhập khẩu bằng đường ống chuyên dụng		0	0	0	O	O1X	O0	F	19				0		2026-07
1.000014	Thủ tục hải quan đối với xăng dầu, hóa chất, khí chuyển tiêu thụ nội địa		0	0	0	DO	DO1X	DO1	F	6				0		2026-07
1.000020	Thủ tục hải quan đối với xăng dầu, hóa chất, khí, nguyên liệu xuất khẩu, tái xuất		0	0	0	DO	DO1X	DO1	F	15				0		2026-07
1.000034	Thủ tục hải quan đối với xăng dầu cung ứng xuất khẩu, tái xuất cho máy bay		0	0	0	DO	DO15D	DO1	F	20				0		2026-07
1.000080	Thủ tục đăng ký nhận cha, mẹ, con có yếu tố nước ngoài tại khu vực biên giới		1	1	1	DOP	DOP7X	DO2,P3	P	28	12	12		0		2026-07
1.000086	Thủ tục hải quan đối với hàng hóa lạc tuyến quốc tế (hàng hóa từ nước này lạc tuyến sang nước khác)		0	0	1	D	D1X		N	2				0		2026-07
1.000094	Thủ tục đăng ký kết hôn có yếu tố nước ngoài tại khu vực biên giới		1	1	1	DOP	DOP3X	DO2,P4	P	24	8	8		0		2026-07
1.000096	Thủ tục đối với hàng hóa xuất khẩu có giá trị dưới năm triệu đồng Việt Nam và không có thuế xuất khẩu, trừ hàng hóa phải có giấy phép xuất khẩu hoặc thuộc đối tượng phải kiểm tra chuyên ngành gửi qua dịch vụ chuyển phát nhanh quốc tế		0	0	1	DO	DO1X		P	2				0		2026-07
1.000106	Thủ tục đối với hàng hóa nhập khẩu được miễn thuế trong định mức theo quy định hiện hành của Thủ tướng Chính phủ, trừ hàng hóa phải có giấy phép nhập khẩu hoặc đối tượng phải kiểm tra chuyên ngành gửi qua dịch vụ chuyển phát nhanh quốc tế		0	0	1	DO	DO1X		P	3				0		2026-07
1.000110	Thủ tục đăng ký khai sinh có yếu tố nước ngoài tại khu vực biên giới		1	1	1	DOP	DOP1X	DOP2	P	34	1	1		0		2026-07
1.000115	Thủ tục nhập khẩu, tạm nhập khẩu xe ô tô, xe gắn máy không nhằm mục đích thương mại		0	0	1	D	D1X		N	6				0		2026-07
1.000253	Khai báo tạm trú cho người nước ngoài tại Việt Nam bằng Phiếu khai báo tạm trú		2	2	0	D	D7D		N	1				0		2026-07
1.000280	Công nhận trường tiểu học đạt chuẩn quốc gia		3	3	2	DP	DP0X		N	2	75	75		0		2026-07
1.000288	Công nhận trường mầm non đạt chuẩn Quốc gia		3	3	2	DP	DP0X		N	2	75	75		0		2026-07
1.000314	Chấp thuận vị trí đấu nối tạm vào đường bộ đang khai thác		4	4	3	DOP	DOP5W		F	3	5	7		0		2026-07
1.000419	Thủ tục đăng ký khai tử lưu động	Mobile death registration	1	1	1	D	D5W		N	7	5	5	12	1	019d2bfd-380b-73c4-9566-9e8b26bbfec6	2026-07-18
1.000593	Thủ tục đăng ký kết hôn lưu động	Mobile marriage registration	1	1	1	D	D5W		N	5	5	5	7	1	019d2bfd-382c-774c-bca0-e30c261d7be4	2026-07-18
1.000656	Thủ tục đăng ký khai tử	Death registration	1	1	1	DOP	DOP1X	DOP2	P	27	5	5	11	1	019d2bfd-3fac-7489-b53b-9c6c958f2da4	2026-07-18
1.000689	Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con	Birth registration combined with recognition of parent/child	1	1	1	DOP	DOP3X	OP4,D2	P	27	8	8	3	1	019d2bfd-3faf-768a-9224-9cb889436133	2026-07-18
1.000691	Công nhận trường trung học đạt chuẩn Quốc gia		3	3	2	DP	DP0X		N	2	75	75		0		2026-07
1.000711	Cấp Chứng nhận trường trung học đạt kiểm định chất lượng giáo dục		5	3	2	DP	DP0X		N	2	75	75		0		2026-07
1.000713	Cấp Chứng nhận trường tiểu học đạt kiểm định chất lượng giáo dục		5	3	2	DP	DP0X		N	2	75	75		0		2026-07
1.000715	Cấp Chứng nhận trường mầm non đạt kiểm định chất lượng giáo dục		5	3	2	DP	DP0X		N	2	75	75		0		2026-07
1.000893	Thủ tục đăng ký khai sinh có yếu tố nước ngoài cho người đã có hồ sơ, giấy tờ cá nhân		1	1	1	DOP	DOP5X	D2	P	28	25	25		0		2026-07
1.000894	Thủ tục đăng ký kết hôn	Marriage registration	1	1	1	DOP	DOP1X	DO5,P6	P	23	1	1	6	1	019d2bfd-3fac-7489-b53b-a15eb239a6fe	2026-07-18
1.001022	Thủ tục đăng ký nhận cha, mẹ, con	Recognition of father, mother, child	1	1	1	DOP	DOP3X	DO2,P4	P	27			10	1	019d2bfd-3fa6-722f-ac1a-e949c8ce3418	2026-07-18
1.001193	Thủ tục đăng ký khai sinh	Birth registration	1	1	1	DOP	DOP1X		P	33	1	1	1	2	019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7	2026-07-18
1.001257	Giải quyết trợ cấp một lần đối với người có thành tích tham gia kháng chiến đã được tặng Bằng khen của Thủ tướng Chính phủ, Bằng khen của Chủ tịch Hội đồng Bộ trưởng hoặc Bằng khen của Bộ trưởng, Thủ trưởng cơ quan ngang bộ, Thủ trưởng cơ quan thuộc Chính phủ, Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh, thành phố trực thuộc Trung ương	One-off allowance, persons with merit awarded certificate	6	5	2	D	D15W		Q	2	15	15	75	3	019d2bfa-d4cf-73fe-a7ff-10a3f58e3a78	2026-07-18
1.001266	Chấm dứt hoạt động hộ kinh doanh	Termination of household business	7	0	4	DOP	DOP1X	DOP7	F	8	1	1	90	2	019d2bfb-d748-72d1-848f-3607bc86e647	2026-07-18
1.001342	Thủ tục chuyển nhượng, cho, tặng xe ô tô, xe gắn máy đã tạm nhập khẩu miễn thuế		0	0	1	D	D15D	D8	N	6				0		2026-07
1.001521	Giải quyết hưởng chế độ TNLĐ, BNN do thương tật, bệnh tật tái phát		8	0	5	DOP	DOP6W		F	8	6	6		0		2026-07
1.001570	Tạm ngừng kinh doanh, tiếp tục kinh doanh trước thời hạn đã thông báo của hộ kinh doanh	Suspension/resumption of household business	7	0	4	DOP	DOP1X	DOP7	F	8	1	1	89	2	019d2bfb-d768-7446-bd77-3bb11051041c	2026-07-18
1.001598	Giải quyết hưởng trợ cấp nghỉ DSPHSK sau ốm đau, thai sản, TNLĐ, BNN		8	0	5	DOP	DOP6W		F	1	6	6		0		2026-07
1.001601	Ủy quyền lĩnh thay các chế độ bảo hiểm xã hội, trợ cấp thất nghiệp		9	0	3	DP	DP1W		Q	1	1	1		0		2026-07
1.001612	Đăng ký thành lập hộ kinh doanh	Household business registration	7	0	4	DOP	DOP0X	OP9,D10	F	8	3	3	87	2	019d2bfb-d76d-737f-81b9-69258b07240b	2026-07-18
1.001613	Giải quyết hưởng bảo hiểm xã hội một lần		8	0	5	DOP	DOP5W		F	8	5	5		0		2026-07
1.001622	Hỗ trợ ăn trưa đối với trẻ em mẫu giáo		3	3	1	DOP	DOP24W		F	8	24	24		0		2026-07
1.001632	Giải quyết hưởng chế độ TNLĐ, BNN đối với trường hợp bị TNLĐ lần đầu		8	0	3	DOP	DOP6W		F	6	6	6		0		2026-07
1.001639	Giải thể trường tiểu học (theo đề nghị của tổ chức, cá nhân đề nghị thành lập trường tiểu học)		10	3	1	DOP	DOP20W		P	2	20	20		0		2026-07
1.001643	Giải quyết hưởng chế độ TNLĐ, BNN đối với trường hợp đã bị TNLĐ, BNN nay tiếp tục bị TNLĐ hoặc BNN		8	0	5	DOP	DOP6W		F	7	6	6		0		2026-07
1.001646	Giải quyết hưởng trợ cấp đối với nhà giáo đã nghỉ hưu chưa được hưởng chế độ phụ cấp thâm niên trong lương hưu theo Nghị định số 14/2020/NĐ-CP		8	0	5	DOP	DOP12W		F	4	12	12		0		2026-07
1.001653	Đổi, cấp lại Giấy xác nhận khuyết tật	Exchange/re-issue of disability certificate	11	6	1	DOP	DOP5W		P	1	5	5	57	1	019d2bfe-b7ab-731d-844a-5e232b77afef	2026-07-18
1.001656	Thanh toán trực tiếp chi phí khám, chữa bệnh BHYT/Cấp giấy chứng nhận không cùng chi trả trong năm		12	0	3	DOP	DOP40D		F	3				0		2026-07
1.001662	Đăng ký khai thác nước dưới đất		13	7	1	DOP	DOP7W	DOP11	F	2	7	7		0		2026-07
1.001667	Giải quyết hưởng chế độ ốm đau		8	0	3	DOP	DOP6W		F	4	6	6		0		2026-07
1.001669	Thủ tục đăng ký giám hộ có yếu tố nước ngoài		1	1	1	DOP	DOP5X	DOP2	P	24	5	5		0		2026-07
1.001695	Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con có yếu tố nước ngoài		1	1	1	DOP	DOP10D	O3,DP2	P	33	10	10		0		2026-07
1.001699	Xác định, xác định lại mức độ khuyết tật và cấp Giấy xác nhận khuyết tật	Determination of disability degree and certificate	11	6	1	DOP	DOP25W		P	5	25	25	56	1	019d2bfe-b7cd-76e9-b909-bcf437629cb8	2026-07-18
1.001710	Giải quyết điều chỉnh, hủy quyết định, chấm dứt hưởng BHXH		8	0	5	DOP	DOP12X		F	3	12	12		0		2026-07
1.001714	Cấp học bổng và hỗ trợ kinh phí mua phương tiện, đồ dùng học tập dùng riêng cho người khuyết tật học tại các cơ sở giáo dục		3	3	2	DOP	DOP0X		F	5	30	30		0		2026-07
1.001731	Hỗ trợ chi phí mai táng cho đối tượng bảo trợ xã hội	Funeral cost support, social-protection beneficiary	11	6	1	DOP	DOP3W		F	3	3	3	54	2	019d2bfe-b7dd-7239-b166-b6cd79d326b8	2026-07-18
1.001742	Giải quyết chuyển hưởng sang địa bàn khác đối với người đang hưởng lương hưu, trợ cấp BHXH hàng tháng và người chờ hưởng lương hưu, trợ cấp hàng tháng		8	0	5	DOP	DOP1X		F	1	1	1		0		2026-07
1.001766	Thủ tục đăng ký khai tử có yếu tố nước ngoài		1	1	1	DOP	DOP1X	DOP2	P	25	3	3		0		2026-07
1.001776	Thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng, hỗ trợ kinh phí chăm sóc, nuôi dưỡng hàng tháng	Monthly social allowance: grant, adjust, stop	11	6	1	DOP	DOP10W		P	9	10	10	52	2	019d2bfe-b7e6-740b-9573-24f800e8664d	2026-07-18
1.001798	Ký hợp đồng khám, chữa bệnh BHYT		12	0	3	DOP	DOP30D		F	6	30	30		0		2026-07
1.001909	Thanh toán chi phí BHYT với cơ sở KCB BHYT		12	0	3	DOP	DOP40D		F	1				0		2026-07
1.001939	Đăng ký đóng, cấp thẻ BHYT đối với người chỉ tham gia BHYT		14	0	3	DOP	DOP5W		F	10	1	5		0		2026-07
1.002051	Đăng ký, điều chỉnh đóng BHXH, BHYT, BHTN, BHTNLĐ, BNN; cấp sổ BHXH, thẻ BHYT		14	0	3	DOP	DOP10D		F	13	1	10		0		2026-07
1.002179	Đăng ký, đăng ký lại, điều chỉnh đóng BHXH tự nguyện; cấp sổ BHXH		14	0	3	DOP	DOP5W		F	5	1	5		0		2026-07
1.002211	Thủ tục công nhận hòa giải viên (cấp xã)	Recognition of grassroots conciliator	15	1	1	DOP	DOP5W		P	2	5	5	94	4	019d2bfd-572d-77fe-b70b-93b6512c3170	2026-07-18
1.002372	Xác nhận việc trình kháng nghị hàng hải		16	8	4	D	D3H	D12	Q	7				0		2026-07
1.002693	Cấp giấy phép chặt hạ, dịch chuyển cây xanh		17	8	2	DOP	DOP10W		P	2	10	10		0		2026-07
1.002755	Gia hạn tạm trú	Extension of temporary residence	18	2	0	DO	DO3W	O13,O14,D15,D16	P	7	3	3	35	5	019d2bf7-6762-77ee-9a0c-965773ce7afe	2026-07-18
1.002759	Cấp lại, đổi, điều chỉnh thông tin trên sổ BHXH, thẻ BHYT		19	0	3	DOP	DOP45D		F	17	1	45		0		2026-07
1.003005	Giải quyết việc người nước ngoài cư trú ở khu vực biên giới nước láng giềng nhận trẻ em Việt Nam làm con nuôi		20	1	1	D	D45W	D17	N	14	45	45		0		2026-07
1.003050	Thủ tục hải quan đối với nguyên liệu nhập khẩu để gia công xuất khẩu xăng dầu, khí		0	0	0	D	D2W		Q	3	2	2		0		2026-07
1.003122	Thủ tục hải quan đối với nguyên liệu nhập khẩu để sản xuất và pha chế xăng dầu, khí		0	0	0	D	D2D		Q	8				0		2026-07
1.003133	Cấp giấy thông hành xuất, nhập cảnh vùng biên giới Việt Nam – Trung Quốc cho công dân Việt Nam thường trú tại đơn vị hành chính cấp xã tiếp giáp đường biên giới Việt Nam – Trung Quốc		2	4	0	DO	DO1W	DO18,DO19	P	6	1	1		0		2026-07
1.003164	Thủ tục hải quan đối với xăng dầu, hóa chất, khí quá cảnh		0	0	0	O	O2D	O8	F	5				0		2026-07
1.003197	Xóa đăng ký thường trú	Deletion of permanent residence	18	2	0	O	O5W		F	2	5	5	37	5	019d2bf7-6f18-72e5-974d-ed6803c7178a	2026-07-18
1.003347	Phê duyệt, công bố công khai quy trình vận hành hồ chứa thủy lợi thuộc thẩm quyền của Chủ tịch UBND cấp xã		21	7	1	DOP	DOP30W		F	6	30	30		0		2026-07
1.003434	Hỗ trợ dự án liên kết (cấp xã)		22	7	1	DOP	DOP18W		P	5	18	18		0		2026-07
1.003440	Thẩm định, phê duyệt phương án ứng phó với tình huống khẩn cấp thuộc thẩm quyền của UBND cấp xã		21	7	1	DOP	DOP20W		F	5	20	20		0		2026-07
1.003446	Thẩm định, phê duyệt phương án ứng phó thiên tai cho công trình, vùng hạ du đập trong quá trình thi công thuộc thẩm quyền của UBND cấp xã		21	7	1	DOP	DOP20W		F	5	20	20		0		2026-07
1.003471	Phê duyệt đề cương, kết quả kiểm định an toàn đập, hồ chứa thủy lợi thuộc thẩm quyền của Chủ tịch UBND cấp xã		21	7	1	DOP	DOP10W		F	3	10	10		0		2026-07
1.003583	Thủ tục đăng ký khai sinh lưu động	Mobile birth registration (at the home)	1	1	1	D	D5W		N	9	5	5	2	1	019d2bfd-66dc-714a-90a8-11942739ea86	2026-07-18
1.003596	Phê duyệt kế hoạch khuyến nông địa phương (cấp xã)	Approval of commune agricultural extension plan	23	7	1	D	D60D		Q	1			93	2	019d2bfa-20c8-732f-b6fa-e4684a0aad75	2026-07-18
1.003622	Thủ tục thông báo tổ chức lễ hội cấp xã		24	9	1	DP	DP15D		Q	1				0		2026-07
1.003658	Công bố lại hoạt động bến thủy nội địa		16	4	1	DOP	DOP5W	DOP20	F	7	5	5		0		2026-07
1.003677	Khai báo tạm vắng	Declaration of temporary absence	18	2	0	O	O1W,O2W		F	3	2	2	42	5	019d2bf7-6f56-704f-95b8-8d949272c6ad	2026-07-18
1.003702	Hỗ trợ học tập đối với trẻ mẫu giáo, học sinh tiểu học, học sinh trung học cơ sở, sinh viên các dân tộc thiểu số rất ít người		3	3	1	DOP	DOP0X		F	1				0		2026-07
1.003930	Cấp lại Giấy chứng nhận đăng ký phương tiện		16	8	2	DOP	DOP2W	DOP21	F	2	2	2		0		2026-07
1.003956	Công nhận và giao quyền quản lý cho tổ chức cộng đồng (thuộc địa bàn quản lý)		25	7	1	DOP	DOP0X		P	4				0		2026-07
1.003970	Đăng ký lại phương tiện trong trường hợp chuyển quyền sở hữu phương tiện đồng thời thay đổi cơ quan đăng ký phương tiện		16	8	2	DOP	DOP2W	DOP22	F	4	2	2		0		2026-07
1.004002	Đăng ký lại phương tiện trong trường hợp chuyển quyền sở hữu phương tiện nhưng không thay đổi cơ quan đăng ký phương tiện		16	8	2	DOP	DOP2W	DOP21	F	4	2	2		0		2026-07
1.004036	Đăng ký lại phương tiện trong trường hợp chuyển từ cơ quan đăng ký khác sang cơ quan đăng ký phương tiện thủy nội địa		16	8	2	DOP	DOP2W	DOP22	F	7	2	2		0		2026-07
1.004047	Đăng ký phương tiện lần đầu đối với phương tiện đang khai thác trên đường thủy nội địa		16	8	2	DOP	DOP2W	DOP21	F	6	2	2		0		2026-07
1.004088	Đăng ký phương tiện lần đầu đối với phương tiện chưa khai thác trên đường thủy nội địa		16	8	2	DOP	DOP2W	DOP21	F	9	2	2		0		2026-07
1.004194	Đăng ký tạm trú	Temporary residence registration	18	2	0	DO	DO3W	O23,O24,DO25,D26,D27	F	9	3	3	34	5	019d2bf7-770b-734d-b7fb-5e1995f194f4	2026-07-18
1.004222	Đăng ký thường trú	Permanent residence registration	18	2	0	DO	DO7W	O28,D29	P	18	7	7	33	5	019d2bf7-7704-7449-9e95-fe7ebb959aa2	2026-07-18
1.004327	Giải quyết tố cáo không thuộc lĩnh vực tố tụng hình sự của công dân đối với lực lượng Công an nhân dân thực hiện tại cấp xã (phải là cán bộ thuộc biên chế của lực lượng Công an)		26	2	0	DP	DP60W		N	2	60	60		0		2026-07
1.004335	Giải quyết khiếu nại về quyết định hành chính, hành vi hành chính của công dân đối với lực lượng Công an nhân dân thực hiện tại cấp xã (phải là cán bộ thuộc biên chế của lực lượng Công an)		26	2	0	DP	DP60W		N	7	60	60		0		2026-07
1.004478	Công bố mở cảng cá loại III		25	7	1	DOP	DOP5X		F	4				0		2026-07
1.004498	Sửa đổi, bổ sung nội dung quyết định công nhận và giao quyền quản lý cho tổ chức cộng đồng (thuộc địa bàn quản lý)		25	7	1	DOP	DOP0X		P	4	33	33		0		2026-07
1.004563	Sáp nhập, chia, tách trường tiểu học		10	3	1	DOP	DOP13W		P	3	13	25		0		2026-07
1.004656	Xác nhận nguồn gốc loài thủy sản thuộc Phụ lục Công ước quốc tế về buôn bán các loài động vật, thực vật hoang dã nguy cấp; loài thủy sản nguy cấp, quý, hiếm có nguồn gốc khai thác từ tự nhiên		25	7	1	DOP	DOP0X		F	4	5	5		0		2026-07
1.004680	Xác nhận nguồn gốc loài thủy sản thuộc Phụ lục Công ước quốc tế về buôn bán các loài động vật, thực vật hoang dã nguy cấp và các loài thủy sản nguy cấp, quý, hiếm có nguồn gốc từ nuôi trồng		25	7	1	DOP	DOP0X		F	2	10	10		0		2026-07
1.004746	Thủ tục đăng ký lại kết hôn	Re-registration of marriage	1	1	1	DOP	DOP5X	DO2,P4	P	10			8	1	019d2bfd-6711-733d-b674-f82cb6606242	2026-07-18
1.004772	Thủ tục đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân	Birth registration for a person who already has personal papers	1	1	1	DOP	DOP5X	DOP2	P	29			4	1	019d2bfd-6711-733d-b674-fc3d805e70c8	2026-07-18
1.004827	Thủ tục đăng ký khai tử có yếu tố nước ngoài tại khu vực biên giới		1	1	1	DOP	DOP1X	DOP2	P	24	3	3		0		2026-07
1.004837	Thủ tục đăng ký giám hộ	Guardianship registration	1	1	1	DOP	DOP3W	OP30	P	24	5	5	14	2	019d2bfd-671b-75fa-82fb-8ad05a37f638	2026-07-18
1.004845	Thủ tục đăng ký chấm dứt giám hộ	Termination of guardianship	1	1	1	DOP	DOP2W	O31,D32	P	25	3	3	15	2	019d2bfd-6724-715f-822c-28e986912730	2026-07-18
1.004859	Thủ tục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc	Change/correction/supplement of civil status; re-determination of ethnicity	1	1	1	DOP	DOP1X	DOP2	P	24	1	3	16	2	019d2bfd-671e-714b-8fd6-8230c82f7867	2026-07-18
1.004873	Thủ tục cấp Giấy xác nhận tình trạng hôn nhân	Certificate of marital status	1	1	1	DOP	DOP3X	DOP2	P	32	3	3	9	2	019d2bfd-6eb3-7019-bf3f-fc58c9ee44b9	2026-07-18
1.004884	Thủ tục đăng ký lại khai sinh	Re-registration of birth	1	1	1	DOP	DOP5X	DOP2	P	16	5	5	5	2	019d2bfd-6eac-7598-b88b-15f8a61b366a	2026-07-18
1.004901	Cấp đổi Giấy chứng nhận đăng ký hợp tác xã, liên hiệp hợp tác xã		27	0	4	DOP	DOP3W	DO33,P34	F	10	3	3		0		2026-07
1.004941	Đăng ký nhận chăm sóc thay thế cho trẻ em đối với cá nhân, người đại diện gia đình nhận chăm sóc thay thế không phải là người thân thích của trẻ em	Alternative care of a child by a non-relative	28	6	1	DP	DP15W		Q	3	15	15	65	2	019d2bff-061f-74ea-9f1a-7afff1ba691a	2026-07-18
1.004944	Chấm dứt việc chăm sóc thay thế cho trẻ em	Termination of alternative care	28	6	2	DP	DP5W		Q	2	5	5	66	6	019d2bff-061e-754b-9a9b-2d642bcabeb4	2026-07-18
1.004946	Áp dụng các biện pháp can thiệp khẩn cấp hoặc tạm thời cách ly trẻ em khỏi môi trường hoặc người gây tổn hại cho trẻ em	Emergency intervention / temporary separation of a child from harm	28	6	2	D	D12H		Q	3			67	7	019d2bff-06f3-72b8-8ee4-370feddbb374	2026-07-18
1.004964	Giải quyết chế độ trợ cấp một lần đối với người được cử làm chuyên gia sang giúp Lào, Căm-pu-chi-a		6	5	2	DP	DP20W		Q	4	20	20		0		2026-07
1.004979	Thông báo thay đổi nội dung đăng ký hợp tác xã, liên hiệp hợp tác xã; Thông báo thay đổi nội dung đăng ký đối với hợp tác xã, liên hiệp hợp tác xã bị tách, nhận sáp nhập		27	0	4	DOP	DOP3W	DOP35	F	13	3	3		0		2026-07
1.004982	Đăng ký giải thể hợp tác xã, liên hiệp hợp tác xã		27	0	4	DOP	DOP3W	DO35,P36	F	9	3	5		0		2026-07
1.005010	Chấm dứt hoạt động chi nhánh, văn phòng đại diện, địa điểm kinh doanh của hợp tác xã, liên hiệp hợp tác xã		27	0	4	DOP	DOP3W	O35,P37,D36	F	8	3	3		0		2026-07
1.005040	Xác nhận trình báo đường thủy nội địa hoặc trình báo đường thủy nội địa bổ sung		16	8	6	D	D2H	D38	Q	9				0		2026-07
1.005090	Xét tuyển sinh vào trường phổ thông dân tộc nội trú		29	3	2	DP	DP0X		Q	5				0		2026-07
1.005277	Đăng ký thay đổi nội dung đăng ký hợp tác xã, liên hiệp hợp tác xã; Đăng ký thay đổi nội dung đối với trường hợp hợp tác xã, liên hiệp hợp tác xã bị tách, nhận sáp nhập		27	0	4	DOP	DOP3W	DO33,P34	F	21	3	3		0		2026-07
1.005280	Đăng ký thành lập hợp tác xã, liên hiệp hợp tác xã; đăng ký chuyển đổi tổ hợp tác thành hợp tác xã; đăng ký khi hợp tác xã, liên hiệp hợp tác xã chia, tách, hợp nhất		27	0	4	DOP	DOP3W	DOP39	F	31	3	3		0		2026-07
1.005378	Đăng ký thay đổi nội dung đăng ký hoạt động của chi nhánh, văn phòng đại diện, địa điểm kinh doanh của hợp tác xã, liên hiệp hợp tác xã		27	0	4	DOP	DOP3W	DO39,P40	F	6	3	3		0		2026-07
1.005412	Phê duyệt đối tượng được hỗ trợ phí bảo hiểm nông nghiệp		30	0	1	DP	DP45D		N	3				0		2026-07
1.005458	Thủ tục huỷ tờ khai hải quan		0	0	0	DO	DO8H		F	1				0		2026-07
1.005461	Đăng ký lại khai tử	Re-registration of death	1	1	1	DOP	DOP5X	DOP2	P	11	5	5	13	1	019d2bfd-6ebc-709e-8678-a9f8b66738f2	2026-07-18
1.005739	Thủ tục hành chính liên thông trong cấp điện qua lưới điện trung áp trên địa bàn tỉnh Thanh Hóa đối với công trình có tổng công suất trạm biến áp nhỏ hơn hoặc bằng 2.000 kVA.		31	10	1	DOP	DOP10D		P	13	10	10		0		2026-07
1.006391	Đăng ký lại phương tiện trong trường hợp chủ phương tiện thay đổi trụ sở hoặc nơi đăng ký hộ khẩu thường trú của chủ phương tiện sang đơn vị hành chính cấp tỉnh khác		16	8	2	DOP	DOP2W	DOP41	F	2	2	2		0		2026-07
1.006429	Thủ tục hải quan đối với hàng hóa xuất khẩu; Thủ tục đối với phế liệu, phế phẩm được phép xuất khẩu ra nước ngoài; Thủ tục xuất khẩu sản phẩm làm từ nguyên liệu nhập khẩu; Thủ tục đối với phế liệu, phế phẩm của doanh nghiệp chế xuất được phép bán vào thị trường nội địa; Thủ tục xuất khẩu sản phẩm gia công		0	0	0	O	O1X	O42	F	7				0		2026-07
1.006440	Thủ tục hải quan đối với hàng hóa nhập khẩu; Thủ tục hải quan đối với nguyên liệu, vật tư do bên nhận gia công tự cung ứng cho hợp đồng gia công; Thủ tục nhập khẩu nguyên liệu, vật tư để thực hiện hợp đồng gia công cho thương nhân nước ngoài; Thủ tục nhập khẩu nguyên liệu, vật tư để sản xuất hàng hóa xuất khẩu; Thủ tục nhập khẩu sản phẩm đặt gia công ở nước ngoài		0	0	0	O	O1X	O42	F	12				0		2026-07
1.006442	Thủ tục hải quan đối với hàng hoá đưa vào, đưa ra khu thương mại tự do, khu phi thuế quan		0	0	0	O	O1X	O42	F	9				0		2026-07
1.006468	Thủ tục hải quan đối với hàng hoá kinh doanh tạm nhập-tái xuất		0	0	0	O	O0X	O8	F	21				0		2026-07
1.006545	Thực hiện chính sách hỗ trợ đối với những người hoạt động không chuyên trách thôi đảm nhiệm chức danh sau khi sáp nhập để thành lập thôn, tổ dân phố mới		32	10	2	DOP	DOP0X		P	2	30	30		0		2026-07
1.006865	Thủ tục xét tặng danh hiệu nghệ nhân trong lĩnh vực Di sản văn hóa phi vật thể tỉnh Bắc Ninh		33	11	2	DOP	DOP90D		F	4				0		2026-07
1.007014	Khai thuế GTGT đối với phương pháp khấu trừ đối với hoạt động sản xuất kinh doanh		34	0	3	DOP	DOP1X		F	14				0		2026-07
1.007016	Khai thuế Giá trị gia tăng đối với phương pháp trực tiếp trên giá trị gia tăng		34	0	3	DOP	DOP1X		F	1	1	1		0		2026-07
1.007022	Khai thuế giá trị gia tăng đối với phương pháp trực tiếp trên doanh thu		34	0	3	DOP	DOP1X		F	1				0		2026-07
1.007026	Khai thuế thu nhập doanh nghiệp tính theo tỷ lệ % trên doanh thu.		34	0	3	DOP	DOP1X		F	3				0		2026-07
1.007037	Hoàn thuế giá trị gia tăng của doanh nghiệp, tổ chức		34	0	3	DOP	OP6W,D40D		F	12	6	40		0		2026-07
1.007040	Khai thuế tiêu thụ đặc biệt đối với sản xuất, kinh doanh hàng hóa, dịch vụ chịu thuế TTĐB		34	0	3	DOP	DOP1X		F	3	1	1		0		2026-07
1.007042	Đăng ký thuế trong trường hợp tạm ngừng hoạt động, kinh doanh; tiếp tục hoạt động, kinh doanh trước thời hạn		34	0	3	DOP	DOP2W		F	1	2	2		0		2026-07
1.007277	Khai lệ phí trước bạ nhà, đất/ Miễn lệ phí trước bạ nhà, đất		34	0	5	DOP	DOP5W		F	6	5	5		0		2026-07
1.007607	Chấm dứt hiệu lực mã số thuế		34	0	3	DOP	OP2W,D3W		F	9	2	3		0		2026-07
1.007642	Thủ tục hải quan đối với gói, kiện hàng hóa nhập khẩu có trị giá hải quan trong định mức miễn thuế nhập khẩu theo quy định tại Điều 8 và Điều 29 Nghị định số 134/2016/NĐ-CP ngày 1/9/2016 của Chính phủ và không thuộc mặt hàng phải có giấy phép nhập khẩu, kiểm tra chuyên ngành gửi qua dịch vụ bưu chính		0	0	0	DO	DO1X	DO42	F	5				0		2026-07
1.007643	Thủ tục hải quan đối với gói, kiện hàng hóa xuất khẩu có trị giá hải quan dưới 5 triệu đồng, được miễn thuế xuất khẩu hoặc chịu thuế xuất khẩu với thuế suất là 0% và không thuộc mặt hàng phải có giấy phép xuất khẩu, kiểm tra chuyên ngành		0	0	0	DO	DO1X	DO42	F	4				0		2026-07
1.007644	Thủ tục hải quan đối với hàng hóa xuất khẩu, nhập khẩu là tài liệu, chứng từ không có giá trị thương mại gửi qua dịch vụ chuyển phát nhanh		0	0	0	DO	DO1X	DO42	F	2				0		2026-07
1.007645	Thủ tục hải quan đối với hàng hóa nhập khẩu có trị giá hải quan trong định mức miễn thuế nhập khẩu theo quy định tại khoản 2 Điều 29 Nghị định số 134/2016/NĐ-CP ngày 01/9/2016 của Chính phủ và không thuộc mặt hàng phải có giấy phép nhập khẩu, kiểm tra chuyên ngành gửi qua dịch vụ chuyển phát nhanh		0	0	0	DO	DO1X		F	2				0		2026-07
1.007646	Thủ tục hải quan đối với hàng hóa xuất khẩu có trị giá hải quan dưới năm triệu đồng, được miễn thuế xuất khẩu hoặc chịu thuế xuất khẩu với thuế suất là 0%, không thuộc mặt hàng phải có giấy phép xuất khẩu, kiểm tra chuyên ngành gửi qua dịch vụ chuyển phát nhanh		0	0	0	DO	DO1X		F	2				0		2026-07
1.007664	Thủ tục miễn thuế đối với tài sản di chuyển vượt định mức miễn thuế của cơ quan, tổ chức được ngân sách nhà nước đảm bảo kinh phí hoạt động		0	0	4	DO	DO1X		F	6				0		2026-07
1.007674	Khai thuế TNCN đối với cá nhân có thu nhập từ chuyển nhượng bất động sản; thu nhập từ nhận thừa kế và nhận quà tặng là bất động sản		34	0	5	DOP	DOP3W		F	9	3	3		0		2026-07
1.007689	Khai thuế đối với cá nhân cho thuê bất động sản trực tiếp khai thuế với cơ quan thuế		34	0	5	DOP	DOPT0		F	2				0		2026-07
1.007690	Khai thuế năm đối với cá nhân trực tiếp ký hợp đồng làm đại lý xổ số, đại lý bảo hiểm, đại lý bán hàng đa cấp và hoạt động kinh doanh khác		34	0	5	DOP	DOPT0		F	1	1	1		0		2026-07
1.007695	Khai; miễn, giảm thuế sử dụng đất phi nông nghiệp/ Khai thuế sử dụng đất nông nghiệp		34	0	5	DOP	DOP1X		F	14				0		2026-07
1.007699	Khai lệ phí trước bạ tàu thuyền đánh cá, tàu thuyền vận tải thuỷ nội địa, tàu biển nếu thiếu hồ sơ gốc hoặc đóng mới tại Việt Nam		34	0	5	DOP	DOP1X		F	2	1	1		0		2026-07
1.007700	Khai lệ phí trước bạ/ Miễn lệ phí trước bạ đối với tài sản khác theo quy định của pháp luật về lệ phí trước bạ (trừ tàu thuyền đánh cá, tàu thuyền vận tải thuỷ nội địa, tàu biển nếu thiếu hồ sơ gốc hoặc đóng mới tại Việt Nam)		34	0	5	DOP	DOP1X		F	6	1	1		0		2026-07
1.007721	Miễn, giảm thuế tài nguyên đối với trường hợp cơ quan thuế quyết định miễn, giảm		34	0	5	DOP	DOP30D		F	10	40	40		0		2026-07
1.007738	Thủ tục phân loại máy liên hợp hoặc tổ hợp máy thuộc các Chương 84, Chương 85 và Chương 90 của Danh mục hàng hóa xuất khẩu, nhập khẩu Việt Nam		0	0	3	O	O1X		P	2				0		2026-07
1.007739	Phân loại máy móc, thiết bị nguyên chiếc ở dạng tháo rời		0	0	3	O	O1X		P	2				0		2026-07
1.007740	Thủ tục hải quan đối với hàng hoá xuất khẩu, nhập khẩu chuyển cửa khẩu thực hiện thủ tục theo hình thức vận chuyển độc lập		0	0	3	O	O1X	O43	P	3				0		2026-07
1.007742	Thủ tục hải quan đối với hàng hóa xuất khẩu, nhập khẩu theo quyền xuất khẩu, quyền nhập khẩu, quyền phân phối của doanh nghiệp chế xuất		0	0	0	O	O1X	O42	F	19				0		2026-07
1.007746	Thủ tục thuê kho bên ngoài Doanh nghiệp chế xuất để lưu giữ nguyên liệu, sản phẩm của Doanh nghiệp chế xuất, quản lý hải quan đối với hàng hóa đưa vào, đưa ra kho		0	0	3	O	O1X		P	1				0		2026-07
1.007751	Thủ tục hải quan hàng hóa là tài sản di chuyển		0	0	0	DO	DO1X	DO44	F	12				0		2026-07
1.007754	Thủ tục đối với nguyên liệu, vật tư nhập khẩu để sản xuất, để xây dựng nhà xưởng, lắp đặt thiết bị cho DNCX, hàng hóa nhập khẩu tạo tài sản cố định, hàng tiêu dùng nhập khẩu, sản phẩm xuất khẩu của DNCX		0	0	0	O	O1X	O42	F	13				0		2026-07
1.007826	Thủ tục chuyển nhượng xe ô tô của đối tượng được hưởng quyền ưu đãi, miễn trừ		0	0	0	DO	DO1X		P	5				0		2026-07
1.007833	Thủ tục khai báo giá tạm tính đối với hàng hóa xuất khẩu, nhập khẩu; khai báo khoản phí bản quyền, giấy phép; các khoản tiền mà người nhập khẩu phải trả từ số tiền thu được sau khi bán lại, định đoạt, sử dụng hàng hóa nhập khẩu được chuyển trực tiếp hay gián tiếp cho người bán dưới mọi hình thức đối với trường hợp tại thời điểm đăng ký tờ khai chưa xác định được giá		0	0	0	DO	DO5D		F	1				0		2026-07
1.007839	Thủ tục hải quan đối với hàng hoá kinh doanh theo phương thức chuyển khẩu		0	0	3	D	D1X	D45	N	2				0		2026-07
1.007840	Thủ tục xem hàng hoá trước khi khai hải quan		0	0	3	D	D1X		Q	1				0		2026-07
1.007843	Thủ tục hải quan đối với hàng hoá đã xuất khẩu nhưng bị trả lại		0	0	0	O	O1X	O42	F	3				0		2026-07
1.007844	Thủ tục hải quan đối với hàng hoá đã nhập khẩu nhưng phải xuất trả lại cho khách hàng nước ngoài, tái xuất sang nước thứ ba hoặc tái xuất vào khu phi thuế quan		0	0	0	O	O1X	O42	F	3				0		2026-07
1.007846	Thủ tục đề nghị tạm dừng, gia hạn tạm dừng làm thủ tục hải quan đối với hàng hoá xuất khẩu, nhập khẩu có yêu cầu bảo hộ quyền sở hữu trí tuệ		0	0	4	DP	DP0X	DP46	N	4				0		2026-07
1.007847	Thủ tục hải quan nhập khẩu kim cương thô		0	0	0	D	D1X		N	2				0		2026-07
1.007849	Thủ tục hải quan xuất khẩu kim cương thô		0	0	0	D	D1X	D47	N	2				0		2026-07
1.007850	Thủ tục hải quan, kiểm tra, giám sát hải quan đối với hàng hoá trung chuyển tại cảng biển		0	0	3	D	D1X		N	1				0		2026-07
1.007854	Thủ tục xuất khẩu nguyên liệu, vật tư đặt gia công ở nước ngoài		0	0	0	DO	DO1X	DO48	F	9				0		2026-07
1.007855	Thủ tục hải quan xử lý nguyên liệu, vật tư dư thừa; phế thải, phế liệu, phế phẩm; máy móc, thiết bị thuê, mượn		0	0	0	DO	DO2H	O49	F	2				0		2026-07
1.007857	Thủ tục hải quan xử lý nguyên liệu, vật tư dư thừa; phế liệu, phế phẩm; máy móc, thiết bị tạm xuất phục vụ gia công.		0	0	0	DO	O2X,D2H	O50	F	16				0		2026-07
1.007859	Thủ tục hải quan đối với hàng hoá xuất khẩu, nhập khẩu đăng ký tờ khai hải quan một lần		0	0	0	O	O1X	O47	P	4				0		2026-07
1.007860	Thủ tục hải quan đối với hàng hoá nhập khẩu tạo tài sản cố định của các dự án đầu tư.		0	0	0	O	O1X	O47	F	8				0		2026-07
1.007863	Thủ tục hải quan đối với hàng hóa đưa ra đưa vào kho bảo thuế		0	0	0	DO	DO1X	O47,D48	F	8				0		2026-07
1.007865	Thủ tục hải quan đối với trường hợp tạm nhập, tạm xuất các phương tiện chứa hàng hóa theo phương thức quay vòng		0	0	0	DO	DO0X	DO8	F	1				0		2026-07
1.007878	Thủ tục tạm xuất sản phẩm gia công ra nước ngoài để tái chế sau đó tại nhập trở lại Việt Nam		0	0	0	DO	DO275D	DO47	P	11				0		2026-07
1.007879	Thủ tục hải quan đối với hàng hóa tạm xuất, tái nhập và hàng hóa tạm nhập, tái xuất.		0	0	0	DO	DO1X	DO51	F	12				0		2026-07
1.007881	Thủ tục hải quan đối với hàng bán tại cửa hàng miễn thuế, nhưng chuyển sang tái xuất		0	0	0	D	D1X		Q	3				0		2026-07
1.007882	Thủ tục hải quan đối với hàng hóa bán tại cửa hàng miễn thuế , nhưng được đưa vào bán ở thị trường nội địa		0	0	0	O	O1X	O52	P	6				0		2026-07
1.007885	Thủ tục hải quan đối với hàng hóa nhập khẩu bán tại cửa hàng miễn thuế		0	0	0	O	O8H	O52	P	5				0		2026-07
1.007887	Thủ tục tái xuất khẩu xe ô tô, xe gắn máy của đối tượng được hưởng quyền ưu đãi, miễn trừ		0	0	0	DO	DO1X		F	10				0		2026-07
1.007888	Thủ tục tạm nhập khẩu xe ô tô, xe gắn máy của đối tượng được hưởng quyền ưu đãi, miễn trừ		0	0	0	DO	DO1X		P	5				0		2026-07
1.007891	Thủ tục hải quan đối với hàng hóa của người xuất cảnh, nhập cảnh và phương tiện xuất cảnh, nhập cảnh qua biên giới		0	0	0	DP	DP1X	DP53	N	1				0		2026-07
1.007895	Thủ tục hải quan đối với hàng hóa xuất khẩu, nhập khẩu phục vụ các yêu cầu khẩn cấp; hàng hoá xuất khẩu, nhập khẩu chuyên dùng trực tiếp phục vụ quốc phòng, an ninh		0	0	0	D	D1X	D42	Q	5				0		2026-07
1.007919	Thẩm định thiết kế, dự toán công trình lâm sinh hoặc thẩm định điều chỉnh thiết kế, dự toán công trình lâm sinh sử dụng vốn đầu tư công đối với công trình lâm sinh thuộc dự án do Chủ tịch Ủy ban nhân dân cấp xã quyết định đầu tư		35	7	1	DOP	DOP9D		P	3	9	9		0		2026-07
1.007920	Thủ tục công nhận hộ nông dân sản xuất kinh doanh giỏi, đơn vị tổ chức phong trào giỏi cấp tỉnh		36	10	2	D	D30D		N	3				0		2026-07
1.007921	Thủ tục công nhận Hộ nông dân sản xuất kinh doanh giỏi; Đơn vị tổ chức phong trào giỏi cấp huyện		36	10	2	D	D30D		N	3	30	30		0		2026-07
1.007922	Thủ tục công nhận Hộ nông dân sản xuất kinh doanh giỏi; Chi hội nông dân tổ chức phong trào giỏi cấp xã		36	10	2	D	D30D		N	3				0		2026-07
1.008000	Thủ tục hải quan đối với hàng hóa nhập khẩu thương nhân mua gom của cư dân biên giới		0	0	0	O	O2D	O8	P	9				0		2026-07
1.008001	Thủ tục hải quan đối với hàng hóa xuất khẩu, nhập khẩu của thương nhân qua cửa khẩu biên giới		0	0	0	O	O2D	O8	P	8				0		2026-07
1.008002	Thủ tục hải quan đối với hàng hóa xuất khẩu, nhập khẩu của cư dân biên giới		0	0	0	D	D2H		N	2				0		2026-07
1.008004	Chuyển đổi cơ cấu cây trồng, vật nuôi trên đất trồng lúa	Crop/livestock conversion on rice land	37	7	1	DOP	DOP5W		F	1	5	5	92	2	019d2bfa-4f9f-7354-9e92-57219bbd01e0	2026-07-18
1.008008	Đăng ký giao dịch với cơ quan thuế bằng phương thức điện tử/Đăng ký thay đổi, bổ sung thông tin giao dịch điện tử		34	0	3	O	O15X		F	2				0		2026-07
1.008309	Khai quyết toán thuế thu nhập cá nhân đối với tổ chức, cá nhân trả thu nhập từ tiền lương, tiền công		34	0	3	DOP	DOP1X		F	4	1	1		0		2026-07
1.008312	Khai thuế tài nguyên/khai quyết toán thuế tài nguyên đối với cơ sở khai thác tài nguyên		34	0	3	DOP	DOPT1		F	2	1	1		0		2026-07
1.008321	Khai quyết toán phí bảo vệ môi trường đối với khai thác khoáng sản		34	0	5	DOP	DOP1X		F	1				0		2026-07
1.008323	Khai thuế bảo vệ môi trường		34	0	3	DOP	DOP1X		F	3				0		2026-07
1.008324	Khai thuế giá trị gia tăng đối với phương pháp khấu trừ thuế đối với dự án đầu tư thuộc diện được hoàn thuế		34	0	3	DOP	DOP1X		F	1	1	1		0		2026-07
1.008325	Khai/ Khai quyết toán phí, lệ phí khác thuộc ngân sách nhà nước		34	0	3	DOP	DOPT1		F	2	1	1		0		2026-07
1.008326	Khai thuế tạm tính đối với hoạt động khai thác, xuất bán dầu thô, khí thiên nhiên/Khai quyết toán thuế TNDN đối với hoạt động khai thác, xuất bán dầu thô, khí thiên nhiên (trừ Lô 09.1)		34	0	3	DOP	DOP1X		F	5				0		2026-07
1.008327	Khai bổ sung hồ sơ khai thuế		34	0	3	DOP	DOP1X		F	6				0		2026-07
1.008331	Khai thuế đối với tái bảo hiểm nước ngoài/ hãng hàng không nước ngoài		34	0	3	DOP	DOP1X		F	6				0		2026-07
1.008332	Khai thuế thu nhập doanh nghiệp đối với thu nhập từ chuyển nhượng quyền lợi tham gia hợp đồng dầu khí		34	0	3	DOP	DOP1X		F	9				0		2026-07
1.008333	Khai thuế/ Khai quyết toán đối với Nhà thầu nước ngoài, Nhà thầu phụ nước ngoài		34	0	3	DOP	DOP1X		F	10				0		2026-07
1.008335	Khai thuế thu nhập doanh nghiệp đối với hoạt động chuyển nhượng bất động sản, khai thuế thu nhập doanh nghiệp từ hoạt động bán toàn bộ Công ty TNHH một thành viên do tổ chức làm chủ sở hữu dưới hình thức chuyển nhượng vốn có gắn với bất động sản theo lần phát sinh, khai thuế thu nhập doanh nghiệp từ bán đấu giá bất động sản, tài sản khác là tài sản bảo đảm thi hành án		34	0	3	DOP	DOPT0		F	2	1	1		0		2026-07
1.008339	Khai thuế đối với hãng vận tải nước ngoài		34	0	5	DOP	DOP1X		F	2				0		2026-07
1.008340	Khai thuế thu nhập cá nhân tháng/quý của tổ chức, cá nhân trả thu nhập thực hiện khấu trừ thuế đối với thu nhập từ đầu tư vốn, từ chuyển nhượng chứng khoán, từ bản quyền, từ nhượng quyền thương mại, từ trúng thưởng của cá nhân cư trú và cá nhân không cư trú; từ kinh doanh của cá nhân không cư trú; Tổ chức, cá nhân khi nhận chuyển nhượng vốn góp của cá nhân không cư trú		34	0	3	DOP	DOP1X		F	3				0		2026-07
1.008342	Khai thuế thu nhập cá nhân tháng/quý của tổ chức khấu trừ thuế đối với cá nhân trực tiếp ký hợp đồng làm đại lý xổ số, đại lý bảo hiểm, đại lý bán hàng đa cấp, cá nhân có thu nhập từ phí tích luỹ bảo hiểm nhân thọ, bảo hiểm không bắt buộc khác		34	0	3	DOP	DOP1X		F	2				0		2026-07
1.008344	Khai thuế thu nhập doanh nghiệp đối với hoạt động chuyển nhượng vốn của nhà thầu nước ngoài		34	0	3	DOP	DOPT0		F	2				0		2026-07
1.008346	Khai quyết toán thuế thu nhập doanh nghiệp theo phương pháp doanh thu - chi phí		34	0	5	DOP	DOP1X		F	25				0		2026-07
1.008494	Đăng ký thuế để cấp mã số thuế nộp thay đối với người nộp thuế là doanh nghiệp, tổ chức, cá nhân khấu trừ nộp thay cho nhà thầu, nhà thầu phụ nước ngoài; tổ chức hợp tác kinh doanh với cá nhân, tổ chức được giao quản lý hợp đồng hợp tác kinh doanh với tổ chức nhưng không thành lập pháp nhân riêng (nếu có nhu cầu cấp mã số thuế riêng cho hợp đồng hợp tác kinh doanh); Ngân hàng thương mại, tổ chức cung ứng dịch vụ trung gian thanh toán hoặc tổ chức, cá nhân được nhà cung cấp ở nước ngoài ủy quyền có trách nhiệm khấu trừ và nộp thuế thay cho nhà cung cấp ở nước ngoài; Tổ chức, cá nhân được cơ quan thuế ủy nhiệm thu		34	0	3	DOP	DOP3W		F	4	3	3		0		2026-07
1.008498	Đăng ký thuế lần đầu đối với người nộp thuế là cá nhân, người phụ thuộc		34	0	5	DOP	DOP3W		F	21	3	3		0		2026-07
1.008501	Cấp lại Giấy chứng nhận đăng ký thuế, Thông báo mã số thuế		34	0	3	DOP	DOP2W		F	1	2	2		0		2026-07
1.008503	Đăng ký thay đổi thông tin đăng ký thuế không làm thay đổi cơ quan thuế quản lý trực tiếp (trừ trường hợp đăng ký thuế theo cơ chế một cửa liên thông qua cơ quan đăng ký kinh doanh)		34	0	3	DOP	OP2W,D3W		F	9	2	3		0		2026-07
1.008504	Đăng ký thay đổi thông tin đăng ký thuế đối với người nộp thuế là tổ chức, hộ gia đình/cá nhân kinh doanh có thay đổi thông tin về địa chỉ trụ sở dẫn đến làm thay đổi cơ quan thuế quản lý trực tiếp thực hiện tại cơ quan thuế nơi người nộp thuế chuyển đi; doanh nghiệp/hợp tác xã/tổ hợp tác/hộ kinh doanh thực hiện nộp hồ sơ tại CQT nơi chuyển đi trước khi thực hiện thủ tục thay đổi với cơ quan đăng ký kinh doanh		34	0	3	DOP	OP5W,D7W		F	5	5	7		0		2026-07
1.008505	Đăng ký thay đổi thông tin đăng ký thuế đối với người nộp thuế là tổ chức, hộ gia đình/cá nhân kinh doanh có thay đổi thông tin về địa chỉ trụ sở dẫn đến làm thay đổi cơ quan thuế quản lý trực tiếp (thực hiện tại cơ quan thuế nơi người nộp thuế chuyển đến), trừ trường hợp đăng ký thuế theo cơ chế một cửa liên thông qua cơ quan đăng ký kinh doanh.		34	0	3	DOP	DOP3W		F	3	3	3		0		2026-07
1.008510	Khôi phục mã số thuế		34	0	3	DOP	DOP3W		F	4	3	3		0		2026-07
1.008513	Gia hạn nộp hồ sơ khai thuế		34	0	3	DOP	DOP3W		F	1	3	3		0		2026-07
1.008525	Khai quyết toán lợi nhuận sau thuế còn lại sau khi trích lập các quỹ của doanh nghiệp do Nhà nước nắm giữ 100% vốn điều lệ		34	0	3	DOP	DOP1W		F	2	1	1		0		2026-07
1.008526	Khai cổ tức, lợi nhuận được chia cho phần vốn nhà nước tại công ty cổ phần, công ty trách nhiệm hữu hạn hai thành viên trở lên		34	0	3	DOP	DOP1X		F	1				0		2026-07
1.008529	Khai thuế thu nhập cá nhân đối với cá nhân có thu nhập từ chuyển nhượng vốn góp, cá nhân chuyển nhượng chứng khoán khai trực tiếp với cơ quan thuế và tổ chức, cá nhân khai thuế thay, nộp thuế thay cho cá nhân		34	0	3	DOP	DOP1X		F	9	1	1		0		2026-07
1.008532	Khai thuế thu nhập cá nhân đối với cá nhân không cư trú có thu nhập từ kinh doanh, cá nhân có thu nhập từ đầu tư vốn, bản quyền, nhượng quyền thương mại, trúng thưởng được trả từ nước ngoài		34	0	3	DOP	DOP1X		F	1	1	1		0		2026-07
1.008538	Khai thuế thu nhập cá nhân đối với cá nhân có thu nhập từ nhận thừa kế, quà tặng là các tài sản khác phải đăng ký quyền sở hữu, không phải là bất động sản		34	0	3	DOP	DOP3W		F	3	3	3		0		2026-07
1.008543	Khấu trừ số thuế đã nộp tại nước ngoài vào thuế phải nộp tại Việt Nam		34	0	5	DOP	DOP10W		F	10	10	10		0		2026-07
1.008544	Xác nhận đối tượng cư trú của Việt Nam		34	0	5	DOP	DOP7W		F	4	7	10		0		2026-07
1.008549	Khai quyết toán thuế tài nguyên đối với cơ sở khai thác tài nguyên		34	0	5	DOP	DOP1X		F	2				0		2026-07
1.008553	Khai thuế thu nhập doanh nghiệp tạm tính đối với thu nhập từ tiền kết dư của phần dầu để lại/ Khai phụ thu tạm tính đối với dầu lãi từ tiền kết dư của phần dầu để lại áp dụng cho Liên doanh Vietsovpetro tại Lô 09.1		34	0	3	DOP	DOP1X		F	2				0		2026-07
1.008554	Khai quyết toán thuế tài nguyên/ Khai quyết toán phụ thu/ Khai quyết toán thuế TNDN/ Khai điều chỉnh thuế đặc biệt đối với khí thiên nhiên của Liên doanh Vietsovpetro tại Lô 09.1		34	0	3	DOP	DOP1X		F	6				0		2026-07
1.008558	Hoàn thuế GTGT đối với các chương trình, dự án sử dụng nguồn vốn viện trợ không hoàn lại		34	0	3	DOP	OP6W,D40D		F	28	6	40		0		2026-07
1.008559	Hoàn thuế GTGT đối với trường hợp được hưởng ưu đãi miễn trừ ngoại giao		34	0	3	DOP	DO40D,P6W		F	3	6	40		0		2026-07
1.008562	Hoàn thuế TNCN đối với tổ chức, cá nhân trả thu nhập từ tiền lương, tiền công thực hiện quyết toán cho các cá nhân có ủy quyền quyết toán thuế		34	0	3	DOP	DO6W,P40D		F	3	6	6		0		2026-07
1.008563	Hoàn thuế theo Hiệp định tránh đánh thuế hai lần và Điều ước quốc tế khác		34	0	5	DOP	DOP40D	DOP54	F	6				0		2026-07
1.008564	Hoàn thuế khi chuyển đổi sở hữu, chuyển đổi doanh nghiệp, sáp nhập, hợp nhất, chia, tách, giải thể, phá sản, chấm dứt hoạt động đối với trường hợp không thuộc diện cơ quan thuế kiểm tra tại trụ sở của người nộp thuế		34	0	3	DOP	OP6W,D40D		F	2	6	40		0		2026-07
1.008565	Bù trừ, hoàn nộp thừa các loại thuế và các khoản thu khác		34	0	3	DOP	OP6W,D40D		F	3	6	40		0		2026-07
1.008568	Miễn tiền thuê đất một số năm, giảm tiền thuê đất đối với trường hợp cơ quan thuế có thẩm quyền giải quyết hồ sơ miễn thuế, giảm thuế		34	0	3	DOP	DOP30D,DOP40D		P	6				0		2026-07
1.008573	Miễn thuế, giảm thuế theo Hiệp định thuế đối với cá nhân là đối tượng cư trú của nước ngoài và cá nhân người nước ngoài là đối tượng cư trú của Việt Nam		34	0	5	DOP	DOP30D		F	10	40	40		0		2026-07
1.008578	Miễn thuế, giảm thuế theo Hiệp định thuế đối với nhà thầu nước ngoài có thu nhập phát sinh tại Việt Nam (trừ thu nhập từ hoạt động vận tải quốc tế và thu nhập từ tái bảo hiểm nước ngoài)		34	0	5	DOP	O40D,DP30D		F	10	40	40		0		2026-07
1.008579	Miễn thuế, giảm thuế theo Hiệp định thuế đối với thu nhập từ hoạt động vận tải quốc tế		34	0	5	DOP	O40D,DP30D		F	6	40	40		0		2026-07
1.008581	Miễn thuế, giảm thuế theo Hiệp định thuế đối với Nhà thầu nước ngoài nộp thuế theo phương pháp trực tiếp - đối với tái bảo hiểm nước ngoài		34	0	5	DOP	OP30D,D40D		F	9	40	40		0		2026-07
1.008583	Miễn, giảm thuế tài nguyên đối với trường hợp người nộp thuế tự xác định số thuế được miễn, giảm		34	0	5	DOP	DOP1X		F	3				0		2026-07
1.008584	Miễn, giảm trong các trường hợp bất khả kháng, thiên tai, hỏa hoạn, tai nạn bất ngờ (Tiền thuê đất; thuế sử dụng đất nông nghiệp; thuế sử dụng đất phi nông nghiệp)		34	0	3	DOP	DOP30D,DOP40D		F	16	40	40		0		2026-07
1.008585	Miễn thuế, giảm thuế theo Điều ước quốc tế không phải là Hiệp định tránh đánh thuế hai lần		34	0	5	DOP	DO40D,P30D		F	5	40	40		0		2026-07
1.008588	Nộp dần tiền thuế nợ		34	0	3	DOP	DOP3W		F	3	3	10		0		2026-07
1.008589	Không tính tiền chậm nộp		34	0	3	DOP	DO3W,P10W		F	4	3	10		0		2026-07
1.008591	Thủ tục xác nhận thực hiện nghĩa vụ thuế		34	0	3	DOP	DOP10W		F	1	10	10		0		2026-07
1.008593	Thông báo phương pháp trích khấu hao tài sản cố định/Thông báo về việc chuyển lợi nhuận ra nước ngoài		34	0	5	DOP	DOP1X		F	2	1	1		0		2026-07
1.008615	Thủ tục tạm xuất hàng hóa tạm quản		0	0	1	D	D8H		N	3				0		2026-07
1.008616	Thủ tục tái nhập hàng hóa tạm quản		0	0	0	D	D8H		N	3				0		2026-07
1.008617	Thủ tục tạm nhập hàng hóa tạm quản		0	0	0	D	D8H		N	4				0		2026-07
1.008618	Thủ tục tái xuất hàng hóa tạm quản		0	0	1	D	D8H		N	4				0		2026-07
1.008725	Chuyển đổi trường tiểu học tư thục, trường trung học cơ sở tư thục và trường phổ thông tư thục có nhiều cấp học có cấp học cao nhất là trung học cơ sở do nhà đầu tư trong nước đầu tư sang trường phổ thông tư thục hoạt động không vì lợi nhuận		3	3	1	DOP	DOP20W		P	6	20	20		0		2026-07
1.008758	Khai quyết toán thuế tài nguyên đối với hoạt động khai thác, xuất bán dầu thô, khí thiên nhiên (trừ Lô 09.1)		34	0	3	DOP	DOP1X		F	3	1	1		0		2026-07
1.008759	Đăng ký thuế trong trường hợp chia, tách, hợp nhất, sáp nhập tổ chức		34	0	3	DOP	OP2W,D3W		F	19	2	3		0		2026-07
1.008950	Trợ cấp đối với trẻ em mầm non là con công nhân, người lao động làm việc tại khu công nghiệp		3	3	1	DOP	DOP24W		F	2	7	24		0		2026-07
1.008951	Hỗ trợ đối với giáo viên mầm non làm việc tại cơ sở giáo dục mầm non dân lập, tư thục ở địa bàn có khu công nghiệp		3	3	1	DOP	DOP17W		F	2	17	17		0		2026-07
1.009022	Thủ tục xác nhận hồ sơ cấp mới/cấp lại Giấy chứng nhận biển số nhà		38	12	1	D	D3D		N	1				0		2026-07
1.009055	Thủ tục hải quan, giám sát hải quan đối với hàng hóa vận chuyển giữa kho chứa hàng miễn thuế và cửa hàng miễn thuế		0	0	0	O	O1H		F	1				0		2026-07
1.009056	Thủ tục hải quan, giám sát hải quan đối với hàng hóa vận chuyển giữa kho chứa hàng miễn thuế với tàu bay để bán hàng miễn thuế trên các chuyến bay quốc tế đi và đến Việt Nam; hàng hóa vận chuyển giữa các kho chứa hàng miễn thuế của một doanh nghiệp kinh doanh hàng miễn thuế với tàu bay để bán hàng trên các chuyến bay quốc tế đi và đến Việt Nam trong trường hợp tàu bay nhập cảnh tại sân bay quốc tế khác với sân bay quốc tế tàu bay xuất cảnh		0	0	1	O	O1H		P	1				0		2026-07
1.009057	Thủ tục bán hàng miễn thuế cho đối tượng mua là người xuất cảnh, quá cảnh, khách trên tàu bay xuất cảnh, khách du lịch bằng đường biển, thuyền viên mua hàng miễn thuế phục vụ nhu cầu cá nhân trong thời gian tàu neo đậu tại cảng biển Việt Nam		0	0	0	O	O1H		F	1				0		2026-07
1.009058	Thủ tục trừ lùi chứng nhận xuất xứ hàng hóa nhập khẩu		0	0	0	DOP	DOP1X		P	2				0		2026-07
1.009059	Thủ tục bán hàng miễn thuế cho đối tượng mua là người nhập cảnh tại cửa khẩu sân bay quốc tế		0	0	0	O	O1H		F	1				0		2026-07
1.009060	Thủ tục bán hàng miễn thuế cho đối tượng mua là hành khách đang thực hiện chuyến bay quốc tế đến Việt Nam		0	0	0	O	O1H		F	2				0		2026-07
1.009061	Thủ tục bán hàng miễn thuế cho đối tượng mua là người chờ xuất cảnh mua hàng tại cửa hàng miễn thuế trong nội địa		0	0	0	DO	DO1H		F	2				0		2026-07
1.009062	Thủ tục bán hàng miễn thuế cho tổ chức, cá nhân được hưởng quyền ưu đãi miễn trừ mua hàng tại cửa hàng miễn thuế trong nội địa		0	0	0	DO	DO1H		F	2				0		2026-07
1.009063	Thủ tục bán hàng miễn thuế cho đối tượng mua là thuyền viên làm việc trên tàu biển chạy tuyến quốc tế		0	0	1	O	O1H		P	1				0		2026-07
1.009064	Thủ tục hải quan đối với hàng hóa đã bán cho khách xuất cảnh nhưng giao ở nước ngoài theo yêu cầu của khách		0	0	1	O	O1H		P	9				0		2026-07
1.009067	Thủ tục đối với hàng hóa đưa vào bán tại cửa hàng miễn thuế thay đổi mục đích sử dụng, chuyển tiêu thụ nội địa, tái xuất trong trường hợp hàng hóa nội địa được phép lưu thông theo quy định của pháp luật Việt Nam đưa vào bán tại cửa hàng miễn thuế sau đó đưa trở lại nội địa		0	0	0	O	O1H		F	1				0		2026-07
1.009069	Thủ tục đối với hàng hóa tiêu hủy, hàng mẫu, hàng thử, túi, bao bì nhập khẩu để đựng hàng miễn thuế		0	0	1	DO	DO1H		P	3				0		2026-07
1.009070	Thủ tục đối với tiền mặt của doanh nghiệp kinh doanh hàng miễn thuế đưa vào, đưa ra khu cách ly, khu vực hạn chế		0	0	1	O	O1H		P	1				0		2026-07
1.009071	Thủ tục hải quan, kiểm tra, giám sát hải quan đối với hàng hóa miễn thuế trong trường hợp một doanh nghiệp có nhiều cửa hàng miễn thuế, kho chứa hàng miễn thuế tại nhiều địa điểm khác nhau chịu sự quản lý của các Chi cục Hải quan, Cục Hải quan tỉnh, thành phố khác nhau		0	0	1	O	O1H		P	1				0		2026-07
1.009076	Thủ tục hải quan đối với hàng hóa từ nội địa đưa vào cửa hàng miễn thuế, kho hàng miễn thuế		0	0	1	O	O1H		P	1				0		2026-07
1.009079	Báo cáo quyết toán đối với hàng hóa đưa vào để bán tại cửa hàng miễn thuế		0	0	0	O	O20D		F	2				0		2026-07
1.009091	Thủ tục hải quan đối với tàu thuyền nước ngoài quá cảnh Việt Nam đến Campuchia, tàu thuyền nước ngoài từ Campuchia quá cảnh Việt Nam ra nước ngoài; tàu thuyền Việt Nam, tàu thuyền Campuchia có số hô hiệu IMO nhập cảnh, xuất cảnh qua đường sồng Tiền, sông Hậu		0	0	1	O	O1H	O55	P	16				0		2026-07
1.009092	Thủ tục hải quan đối với phương tiện thuỷ nội địa xuất cảnh, nhập cảnh và phương tiện qua lại khu vực cửa khẩu biên giới để giao nhận hàng hoá		0	0	1	DO	DO1X	D56	P	13				0		2026-07
1.009093	Thủ tục hải quan đối với ô tô, mô tô, xe gắn máy xuất cảnh, nhập cảnh, quá cảnh		0	0	1	DO	DO1X	O57,D51	P	3				0		2026-07
1.009094	Thủ tục hải quan đối với tàu bay xuất cảnh, nhập cảnh, quá cảnh		0	0	1	DO	DO1H	DO58	P	23				0		2026-07
1.009095	Thủ tục hải quan đối với tàu hỏa xuất cảnh, nhập cảnh, quá cảnh		0	0	0	DO	DO1H	DO8	F	17				0		2026-07
1.009096	Thủ tục hải quan đối với tàu biển xuất cảnh, nhập cảnh, quá cảnh, chuyển cảng		0	0	0	DO	DO1H	O59,D60	F	16				0		2026-07
1.009097	Thủ tục hải quan đối với hành lý của người nhập cảnh vượt quá định mức miễn thuế; hành lý của người xuất cảnh, nhập cảnh gửi trước, gửi sau chuyến đi		0	0	1	DO	DO8H		P	5				0		2026-07
1.009122	Cấp giấy phép xây dựng có thời hạn đối với công trình, nhà ở riêng lẻ (công trình cấp III, cấp IV)		39	12	1	DOP	DOP15D,DOP10D	DOP61,DOP62	P	22				0		2026-07
1.009141	Cấp mới/cấp lại Giấy chứng nhận số nhà		39	12	1	DOP	DOP3W		P	1	3	3		0		2026-07
1.009159	Cấp giấy phép thi công lắp đặt cấp nước cho các hộ dân		40	12	1	DOP	DOP5W		P	3	5	5		0		2026-07
1.009160	Cấp phép thi công lắp đặt công trình ngầm, công trình trên mặt đường bộ đang khai thác		40	12	1	DOP	DOP5W		P	11	5	5		0		2026-07
1.009161	Cấp giấy phép thi công các công trình sửa chữa, cải tạo nâng cấp đường bộ (UBND cấp xã)		40	12	1	DOP	DOP5W		P	7	5	5		0		2026-07
1.009162	Cấp giấy phép thi công mở đường ngang đấu nối vào đường chính đang khai thác		40	12	1	DOP	D5W,OP0X		P	4	5	5		0		2026-07
1.009163	Cấp phép thi công các công trình liên quan khác		40	12	1	DOP	DOP5W		P	3	5	5		0		2026-07
1.009164	Cấp phép xử lý các sự cố đột xuất về mặt kỹ thuật của các công trình ngầm như: thông tin liên lạc, cấp nước, thoát nước, cấp điện, cấp ga và các công trình liên quan khác.		40	12	1	DOP	DOP8H,DOP4H		P	3				0		2026-07
1.009165	Đăng ký cấp giấy phép thi công chỉnh trang, gia cố vỉa hè, hạ bó vỉa hè		40	12	1	DOP	DOP5W		P	3	5	5		0		2026-07
1.009444	Gia hạn hoạt động cảng, bến thủy nội địa		16	4	3	DOP	DOP5W	DOP63	F	2	5	5		0		2026-07
1.009447	Công bố đóng cảng, bến thủy nội địa		16	4	3	DOP	DOP5W		F	1	5	5		0		2026-07
1.009452	Thỏa thuận thông số kỹ thuật xây dựng bến thủy nội địa		16	4	1	DOP	DOP5W,DOP2D		F	2	5	5		0		2026-07
1.009453	Thỏa thuận thông số kỹ thuật xây dựng bến khách ngang sông, bến thủy nội địa phục vụ thi công công trình chính		16	4	1	DOP	DOP5W		F	2	5	5		0		2026-07
1.009454	Công bố hoạt động bến thủy nội địa		16	4	1	DOP	DOP5W	DOP64	F	7	5	5		0		2026-07
1.009455	Công bố hoạt động bến khách ngang sông, bến thủy nội địa phục vụ thi công công trình chính		16	4	1	DOP	DOP5W	DOP64	F	4	5	5		0		2026-07
1.009465	Chấp thuận phương án bảo đảm an toàn giao thông		16	4	3	DOP	DOP5W		F	4	5	5		0		2026-07
1.009791	Cho ý kiến về việc kéo dài thời hạn sử dụng của công trình hết thời hạn sử dụng theo thiết kế nhưng có nhu cầu sử dụng tiếp (trừ trường hợp nhà ở riêng lẻ)		41	4	2	DOP	DOP10W	DOP65	F	1	10	10		0		2026-07
1.009824	Thông báo địa điểm kinh doanh của hộ kinh doanh, cá nhân kinh doanh		34	0	3	DOP	DOT2,PT3		P	1				0		2026-07
1.009825	Thông báo/thay đổi thông tin số tài khoản/số hiệu ví điện tử		34	0	3	DOP	DOPT4		P	1				0		2026-07
1.010028	Xóa đăng ký tạm trú	Deletion of temporary residence	18	2	0	DOP	DOP2W		F	2	2	2	36	5	019d2bf7-7f06-7316-a1c8-3255e08fe2f5	2026-07-18
1.010038	Tách hộ	Household separation	18	2	0	DO	DO5W	D66,DO67,O68	P	4	5	5	38	5	019d2bf7-7f1e-71e3-be3e-7f22dce4ac4d	2026-07-18
1.010039	Điều chỉnh thông tin về cư trú trong Cơ sở dữ liệu về cư trú	Adjustment of residence information	18	2	0	O	O3W		F	3	3	3	39	5	019d2bf7-7efc-770c-b60b-dcb21433cea1	2026-07-18
1.010040	Khai báo thông tin về cư trú đối với người chưa đủ điều kiện đăng ký thường trú, đăng ký tạm trú	Declaration of residence for persons not eligible to register	18	2	0	DO	DO5W,DO30W		P	3	30	30	40	5	019d2bf7-7efc-7491-9ac8-527fe53522e4	2026-07-18
1.010041	Xác nhận thông tin về cư trú	Confirmation of residence information	18	2	0	O	O1W,O3W		F	2	3	3	41	5	019d2bf7-7f19-762d-be5e-741f71796016	2026-07-18
1.010055	Trình báo mất giấy thông hành (thực hiện tại cấp xã)		2	2	0	DOP	DOP1W		F	3	1	1		0		2026-07
1.010091	Hỗ trợ khám chữa bệnh, trợ cấp tai nạn cho lực lượng xung kích phòng chống thiên tai cấp xã trong trường hợp chưa tham gia bảo hiểm y tế, bảo hiểm xã hội		42	7	1	DOP	DOP10W		F	8	10	10		0		2026-07
1.010092	Trợ cấp tiền tuất, tai nạn (đối với trường hợp tai nạn suy giảm khả năng lao động từ 5% trở lên) cho lực lượng xung kích phòng chống thiên tai cấp xã chưa tham gia bảo hiểm xã hội		42	7	1	DOP	DOP13W		F	4	13	13		0		2026-07
1.010101	Khai thác thông tin công dân trong Cơ sở dữ liệu quốc gia về dân cư (thực hiện tại cấp xã)		43	2	0	DP	DP3W	DP69	N	2	3	3		0		2026-07
1.010130	Xét chọn nhân viên y tế thôn và cô đỡ thôn		44	13	2	DOP	DOP30W		P	6	30	30		0		2026-07
1.010337	Đăng ký sử dụng hoá đơn điện tử/ Thay đổi nội dung đăng ký sử dụng hoá đơn điện tử/ ủy nhiệm lập hóa đơn điện tử/ Chuyển đổi áp dụng hóa đơn điện tử có mã của cơ quan thuế/Khai thác dữ liệu của chi nhánh, đơn vị phụ thuộc/Thông báo tạm ngừng sử dụng hóa đơn điện tử/Tích hợp hóa đơn điện tử với biên lai thu thuế, phí, lệ phí		34	0	3	O	O1D		F	2				0		2026-07
1.010339	Cấp/ Điều chỉnh/Thay thế hóa đơn điện tử có mã của cơ quan thuế theo từng lần phát sinh		34	0	5	DOP	DOP1X		F	2	1	1		0		2026-07
1.010341	Xử lý hóa đơn điện tử đã lập sai		34	0	3	DOP	DOP1W		F	2	1	1		0		2026-07
1.010343	Chuyển dữ liệu hóa đơn điện tử tới cơ quan thuế		34	0	3	DOP	DOP1X		F	4				0		2026-07
1.010385	Trình báo mất hộ chiếu phổ thông (thực hiện tại cấp huyện)		2	2	0	DOP	DOP1W		F	1	1	1		0		2026-07
1.010386	Trình báo mất hộ chiếu phổ thông (thực hiện tại cấp xã)		2	2	0	DOP	DOP1W		F	1	1	1		0		2026-07
1.010456	Giải quyết chế độ mai táng phí đối với dân công hỏa tuyến tham gia kháng chiến chống Pháp, chống Mỹ, chiến tranh bảo vệ Tổ quốc và làm nhiệm vụ quốc tế hưởng trợ cấp theo Quyết định số 49/2015/QĐ-TTg của Thủ tướng Chính phủ		6	12	1	DOP	DOP10W		P	4	10	10		0		2026-07
1.010494	Vay vốn để nâng cao chất lượng cây cam sành		37	14	1	OP	OP30W		P	1	30	30		0		2026-07
1.010495	Hỗ trợ quảng bá, tiêu thụ sản phẩm cam sành		37	14	1	DOP	DOP20W		P	1	20	20		0		2026-07
1.010496	Hỗ trợ phát triển kinh tế vườn hộ		37	14	1	DOP	DOP30W		P	1	30	30		0		2026-07
1.010533	Hỗ trợ khám chữa bệnh, trợ cấp tai nạn cho lực lượng xung kích phòng chống thiên tai cấp xã trong trường hợp chưa tham gia bảo hiểm y tế, bảo hiểm xã hội		42	14	1	DP	DP25W		N	10	25	25		0		2026-07
1.010534	Trợ cấp tiền tuất, tai nạn (đối với trường hợp tai nạn suy giảm khả năng lao động từ 5% trở lên) cho lực lượng xung kích phòng chống thiên tai cấp xã chưa tham gia bảo hiểm xã hội		42	14	1	DP	DP10W		N	12	10	10		0		2026-07
1.010701	Thông báo sử dụng dịch vụ của Đại lý thuế/Thông báo tạm dừng, chấm dứt sử dụng dịch vụ của Đại lý thuế		34	0	3	DOP	DOP1X		F	2	1	1		0		2026-07
1.010736	Tham vấn trong đánh giá tác động môi trường (cấp xã) (1.010736)		45	7	1	DOP	DOP15D		F	3				0		2026-07
1.010772	Cấp Bằng “Tổ quốc ghi công”		6	5	7	DOP	DOP130D,DOP55W,DOP45W,DOP105W,DOP95W		P	17	45	105		0		2026-07
1.010774	Cấp Bằng “Tổ quốc ghi công” đối với người hy sinh nhưng chưa được cấp Bằng “Tổ quốc ghi công” mà thân nhân đã được giải quyết chế độ ưu đãi từ ngày 31 tháng 12 năm 1994 trở về trước		6	5	7	DOP	DOP130W,DOP80W,DOP55W,DOP135W,DOP143W		P	10	55	143		0		2026-07
1.010775	Cấp Bằng “Tổ quốc ghi công” đối với người hy sinh thuộc các trường hợp quy định tại Điều 14 Pháp lệnh nhưng chưa được cấp Bằng “Tổ quốc ghi công” mà thân nhân đã được giải quyết chế độ ưu đãi từ ngày 01 tháng 01 năm 1995 đến ngày 30 tháng 9 năm 2006		6	5	7	DOP	DOP27W		P	2	27	27		0		2026-07
1.010777	Cấp đổi Bằng “Tổ quốc ghi công”		6	5	7	DOP	DOP80W		P	3	80	80		0		2026-07
1.010778	Cấp lại Bằng “Tổ quốc ghi công”		6	5	7	DOP	DOP60W		P	2	60	60		0		2026-07
1.010781	Cấp Bằng “Tổ quốc ghi công” đối với người hy sinh hoặc mất tích trong chiến tranh		6	5	7	DOP	DOP100W		P	4	100	100		0		2026-07
1.010783	Tiếp nhận người có công vào cơ sở nuôi dưỡng, điều dưỡng người có công do Bộ Nội vụ quản lý		6	5	7	DOP	DOP13W		P	2	13	13		0		2026-07
1.010788	Công nhận và giải quyết chế độ ưu đãi người hoạt động cách mạng		6	5	7	DOP	DOP18W		P	2	18	18		0		2026-07
1.010801	Giải quyết chế độ trợ cấp ưu đãi đối với thân nhân liệt sĩ	Preferential allowance for relatives of martyrs	6	5	2	DP	P20D,D10D		Q	3			72	8	019d2bfa-fc0a-75c8-bd91-60aeab6fb018	2026-07-18
1.010802	Giải quyết chế độ ưu đãi đối với vợ hoặc chồng liệt sĩ lấy chồng hoặc vợ khác		6	5	2	DOP	DOP10W,DOP15W		F	4	10	15		0		2026-07
1.010803	Giải quyết chế độ trợ cấp thờ cúng liệt sĩ.	Worship allowance for martyrs	6	5	2	DOP	DOP10W		F	2	10	10	73	8	019d2bfa-fc0c-7046-b5dc-04303a18608d	2026-07-18
1.010804	Giải quyết chế độ ưu đãi đối với trường hợp tặng hoặc truy tặng danh hiệu vinh dự nhà nước “Bà mẹ Việt Nam anh hùng"		6	5	2	DOP	DOP10W		F	4	10	10		0		2026-07
1.010805	Giải quyết chế độ ưu đãi đối với Anh hùng lực lượng vũ trang nhân dân, Anh hùng lao động trong thời kỳ kháng chiến hiện không công tác trong quân đội, công an		6	5	2	DOP	DOP8W		P	4	8	8		0		2026-07
1.010810	Công nhận đối với người bị thương trong chiến tranh không thuộc quân đội, công an		6	5	2	DOP	DOP72W		P	4	72	72		0		2026-07
1.010811	Cấp tiền mua phương tiện trợ giúp, dụng cụ chỉnh hình, phương tiện, thiết bị phục hồi chức năng đối với trường hợp đang sống tại gia đình hoặc đang được nuôi dưỡng tập trung tại các cơ sở nuôi dưỡng, điều dưỡng do địa phương quản lý	Money for assistive and orthopaedic devices (meritorious persons)	6	5	2	DOP	DOP25W,DOP7W		F	2	7	25	76	8	019d2bfa-fc21-710a-9e17-5f9a67e9c7e1	2026-07-18
1.010812	Tiếp nhận người có công vào cơ sở nuôi dưỡng, điều dưỡng người có công do tỉnh quản lý		6	5	2	DOP	DOP10W		P	2	10	12		0		2026-07
1.010814	Cấp bổ sung hoặc cấp lại giấy chứng nhận người có công do ngành Lao động - Thương binh và Xã hội quản lý và giấy chứng nhận thân nhân liệt sĩ	Re-issue of meritorious-person certificate	6	5	2	DOP	DOP15W		F	1	15	15	77	9	019d2bfa-fc21-710a-9e17-59cdb35c723b	2026-07-18
1.010815	Công nhận và giải quyết chế độ ưu đãi người hoạt động cách mạng.		6	5	2	DOP	DOP18W		P	2	18	18		0		2026-07
1.010816	Công nhận và giải quyết chế độ ưu đãi người hoạt động kháng chiến bị nhiễm chất độc hóa học		6	5	2	DOP	DOP34W,DOP60W,DOP10W		F	4	10	60		0		2026-07
1.010817	Công nhận và giải quyết chế độ con đẻ của người hoạt động kháng chiến bị nhiễm chất độc hóa học		6	5	2	DOP	DOP32W		F	4	32	32		0		2026-07
1.010818	Công nhận và giải quyết chế độ người hoạt động cách mạng, kháng chiến, bảo vệ tổ quốc, làm nghĩa vụ quốc tế bị địch bắt tù, đày		6	5	2	DOP	DOP12W		F	3	12	12		0		2026-07
1.010819	Giải quyết chế độ người hoạt động kháng chiến giải phóng dân tộc, bảo vệ tổ quốc và làm nghĩa vụ quốc tế		6	5	2	DOP	DOP12W		F	3	12	12		0		2026-07
1.010820	Giải quyết chế độ người có công giúp đỡ cách mạng.		6	5	2	DOP	DOP12W		F	3	12	12		0		2026-07
1.010821	Giải quyết chế độ hỗ trợ để theo học đến trình độ đại học tại các cơ sở giáo dục thuộc hệ thống giáo dục quốc dân		6	5	2	DP	DP24D,DP15W		Q	2	15	15		0		2026-07
1.010824	Hưởng trợ cấp khi người có công đang hưởng trợ cấp ưu đãi từ trần	Allowance when a meritorious person receiving benefit dies	6	5	2	DP	DP24D,DP19D		Q	2			74	8	019d2bfa-fc36-7611-9219-adb6dee5774f	2026-07-18
1.010825	Bổ sung tình hình thân nhân trong hồ sơ liệt sĩ.		6	5	2	DP	DP17D		Q	2	17	17		0		2026-07
1.010829	Di chuyển hài cốt liệt sĩ đang an táng tại nghĩa trang liệt sĩ đi nơi khác theo nguyện vọng của đại diện thân nhân hoặc người hưởng trợ cấp thờ cúng liệt sĩ		6	5	2	DP	DP10W,DP11W		Q	7	10	11		0		2026-07
1.010830	Di chuyển hài cốt liệt sĩ đang an táng ngoài nghĩa trang liệt sĩ về an táng tại nghĩa trang liệt sĩ theo nguyện vọng của đại diện thân nhân hoặc người hưởng trợ cấp thờ cúng liệt sĩ		6	5	2	DP	DP9W,D8W		Q	3	8	9		0		2026-07
1.010833	Cấp giấy xác nhận thân nhân của người có công		6	5	1	DP	DP5W		Q	2	5	5		0		2026-07
1.010949	Thay đổi kỳ tính thuế giá trị gia tăng từ tháng sang quý		34	0	5	DOP	DOP1X		F	1	1	1		0		2026-07
1.010951	Khai các khoản thu về hoa hồng dầu, khí, tiền đọc và sử dụng tài liệu dầu, khí		34	0	3	DOP	DOP1X		F	1	1	1		0		2026-07
1.010990	Khai tạm tính tiền lãi dầu, khí nước chủ nhà đối với hoạt động dầu khí		34	0	3	DOP	DOP1X		F	1				0		2026-07
1.010994	Khai phụ thu tạm tính đối với phần dầu lãi được chia của nhà thầu dầu khí khi giá dầu thô biến động tăng (trừ Lô 09.1)		34	0	3	DOP	DOP1X		F	1	1	1		0		2026-07
1.010995	Khai quyết toán phụ thu đối với phần dầu lãi được chia của nhà thầu dầu khí khi giá dầu thô biến động tăng (trừ Lô 09.1)		34	0	3	DOP	DOP1X		F	3				0		2026-07
1.010998	Khai phí, lệ phí và các khoản thu khác do cơ quan đại diện nước Cộng hòa Xã hội Chủ nghĩa Việt Nam ở nước ngoài thực hiện thu		34	0	3	DOP	DOP1X		F	3	1	1		0		2026-07
1.011006	Khai tiền thuê đất		34	0	5	DOP	DOP1X		F	5				0		2026-07
1.011007	Khai thuế thu nhập cá nhân đối với cá nhân nhận cổ tức bằng chứng khoán, lợi tức ghi tăng vốn, chứng khoán thưởng cho cổ đông hiện hữu khi chuyển nhượng và tổ chức, cá nhân khai thuế thay, nộp thuế thay cho cá nhân		34	0	3	DOP	DOP1X		F	2				0		2026-07
1.011013	Xử lý không hoàn trả số tiền thuế, tiền chậm nộp, tiền phạt nộp thừa đối với trường hợp người nộp thuế từ chối nhận lại số tiền nộp thừa		34	0	3	DOP	DOP5W		F	1	5	5		0		2026-07
1.011020	Khai thuế đối với tổ chức khai thay và nộp thay cho cá nhân trong trường hợp cá nhân hợp tác kinh doanh với tổ chức, tổ chức chi trả cho cá nhân đạt doanh số, tổ chức là chủ sở hữu sàn giao dịch thương mại điện tử, tổ chức tại Việt Nam là đối tác của nhà cung cấp nền tảng số ở nước ngoài		34	0	3	DOP	DOP1W		F	3	1	1		0		2026-07
1.011021	Khai thuế đối với tổ chức khai thuế thay, nộp thuế thay cho cá nhân có bất động sản cho thuê		34	0	3	DOP	DOPT0		F	2	1	1		0		2026-07
1.011022	Khai thuế đối với hộ kinh doanh, cá nhân kinh doanh		34	0	5	DOP	DOPT4		F	7				0		2026-07
1.011042	Đăng ký/ Thay đổi thông tin sử dụng chứng từ điện tử /Ủy nhiệm lập biên lai điện tử		34	0	3	DO	O1W,D1X		F	3	1	1		0		2026-07
1.011043	Đăng ký mới/bổ sung thông tin đăng ký/thu hồi tài khoản truy cập Cổng thông tin điện tử để khai thác sử dụng thông tin hóa đơn điện tử		34	0	3	DOP	DOP2W		F	3	2	2		0		2026-07
1.011046	Đăng ký/thay đổi thông tin sử dụng tem điện tử		34	0	5	O	O1W		F	1	1	1		0		2026-07
1.011047	Kế hoạch mua/mua bổ sung/đơn đề nghị mua tem điện tử thuốc lá hoặc tem điện tử rượu sản xuất để tiêu thụ trong nước		34	0	5	O	O1W		F	1	1	1		0		2026-07
1.011049	Thông báo mất, cháy/kết quả hủy tem điện tử thuốc lá hoặc tem điện tử rượu sản xuất để tiêu thụ trong nước		34	0	5	O	O1W		F	1	1	1		0		2026-07
1.011051	Đề nghị chuyển số lượng tem còn tồn khi sáp nhập, chia, tách/chuyển cơ quan thuế quản lý tem điện tử thuốc lá hoặc tem điện tử rượu sản xuất để tiêu thụ trong nước		34	0	5	O	O1W		F	1	1	1		0		2026-07
1.011250	Thủ tục hỗ trợ phát triển sản xuất cộng đồng		22	15	1	DOP	DO13W,P13D		P	4	13	13		0		2026-07
1.011403	Thủ tục đưa hàng về bảo quản		0	0	0	DO	DO2H		F	6				0		2026-07
1.011410	Cấp tài khoản định danh điện tử mức độ 01 cho công dân Việt Nam	VNeID e-ID account level 1 (citizen; self-service)	46	16	8	O	O1W		P		1	1	45	10	019d2bf7-86d7-7661-825b-ac185d610609	2026-07-18
1.011441	Đăng ký biện pháp bảo đảm bằng quyền sử dụng đất, tài sản gắn liền với đất		47	1	2	DOP	DOP3W	DOP70	P	41	3	3		0		2026-07
1.011471	Phê duyệt Phương án khai thác gỗ, thực vật rừng ngoài gỗ loài thông thường thuộc thẩm quyền giải quyết của Ủy ban nhân dân cấp xã		35	7	1	DOP	DOP1X		P	3				0		2026-07
1.011518	Trả lại giấy phép thăm dò nước dưới đất, giấy phép khai thác tài nguyên nước .		13	7	2	DOP	DOP11W	DOP11	F	2	11	11		0		2026-07
1.011520	Khai, nộp vào ngân sách nhà nước tiền thu từ chuyển đổi sở hữu doanh nghiệp, đơn vị sự nghiệp công lập, nguồn thu từ chuyển nhượng vốn nhà nước và chênh lệch vốn chủ sở hữu lớn hơn vốn điều lệ tại doanh nghiệp		34	0	3	DOP	DOP1X		F	1				0		2026-07
1.011606	Công nhận hộ nghèo, hộ cận nghèo; hộ thoát nghèo, hộ thoát cận nghèo định kỳ hằng năm	Annual periodic recognition of poor/near-poor households	48	7	1	DP	DP1X		N	1			61	2	019d2bfa-5f68-74c6-89e9-78c8819cef86	2026-07-18
1.011607	Công nhận hộ nghèo, hộ cận nghèo thường xuyên hằng năm	In-year recognition of poor/near-poor households	48	7	1	DP	DP15D		N	1	15	15	62	2	019d2bfa-6008-72cb-9e63-83483f3a6e49	2026-07-18
1.011608	Công nhận hộ thoát nghèo, hộ thoát cận nghèo thường xuyên hằng năm	In-year recognition of having escaped poverty	48	7	1	DP	DP15D		N	1	10	10	63	2	019d2bfa-5fea-7127-aad7-661d12947846	2026-07-18
1.011609	Công nhận hộ làm nông nghiệp, lâm nghiệp, ngư nghiệp và diêm nghiệp có mức sống trung bình	Recognition of farming/forestry/fishery/salt household of average living standard	48	7	1	DP	DP15D		N	1	15	15	64	2	019d2bfa-5f79-70bf-bc74-661346debe8c	2026-07-18
1.011636	Thủ tục nộp dần tiền thuế nợ		0	0	3	DOP	DOP3D		F	2				0		2026-07
1.011665	Thủ tục xét hoàn thuế xe ô tô chuyên dùng được sản xuất, lắp ráp từ xe ô tô sát xi		0	0	0	DOP	DOP15D		P	6				0		2026-07
1.011667	Thủ tục áp dụng mức thuế suất ưu đãi 0% của nhóm 98.49		0	0	0	DO	DO1X		P	7				0		2026-07
1.011669	Thủ tục áp dụng mức thuế suất 0% của Chương trình ưu đãi thuế CNHT ô tô		0	0	0	O	O1X		P	16				0		2026-07
1.011724	Thủ tục thông báo cơ sở gia công, sản xuất hàng hóa xuất khẩu; nơi lưu giữ nguyên liệu, vật tư, máy móc, thiết bị, sản phẩm xuất khẩu		0	0	0	DO	DO2H		F	3				0		2026-07
1.011725	Thủ tục thông báo hợp đồng, phụ lục hợp đồng gia công		0	0	0	DO	DO1H		F	2				0		2026-07
1.011727	Trình báo mất thẻ ABTC (thực hiện tại cấp huyện)		2	2	1	DOP	DOP2W,DOP3W		P	2	2	3		0		2026-07
1.011728	Trình báo mất thẻ ABTC (thực hiện tại cấp xã)		2	2	1	DOP	DOP2W,DOP3W		F	1	2	3		0		2026-07
1.011736	Hỗ trợ đối với người trực tiếp trông coi di tích		33	14	1	DOP	DOP7W		P	2	7	7		0		2026-07
1.011737	Hỗ trợ đối với nghệ nhân lĩnh vực di sản văn hóa phi vật thể		33	14	1	DOP	DOP7W		P	3	7	7		0		2026-07
1.011947	Trợ giúp xã hội khẩn cấp cho người bị bệnh hiểm nghèo thuộc hộ nghèo, hộ cận nghèo và hộ có mức sống trung bình		11	12	1	D	D3W		N	3	3	3		0		2026-07
1.011995	Lựa chọn, phê duyệt dự án, phương án hỗ trợ phát triển sản xuất, dịch vụ của cộng đồng thuộc các chương trình mục tiêu quốc gia giai đoạn 2021-2025 trên địa bàn tỉnh Lâm Đồng		23	17	1	DOP	DOP7W		F	4	1	7		0		2026-07
1.012084	Thủ tục cấm tiếp xúc theo Quyết định của Chủ tịch Ủy ban nhân dân cấp xã theo đề nghị của cơ quan, tổ chức cá nhân		49	9	1	DOP	DOP12H		P	1				0		2026-07
1.012085	Thủ tục hủy bỏ Quyết định cấm tiếp xúc theo đơn đề nghị		49	9	1	DOP	DOP12H		P	1				0		2026-07
1.012123	Hỗ trợ phát triển sản xuất liên kết theo chuỗi giá trị trong các ngành, nghề, lĩnh vực khác		22	18	2	DOP	DOP10W		P	3	10	10		0		2026-07
1.012124	Hỗ trợ phát triển sản xuất cộng đồng		22	18	1	DOP	DOP9W		P	3	9	9		0		2026-07
1.012169	Hỗ trợ chi phí hỏa táng trên địa bàn tỉnh Thừa Thiên Huế		11	18	1	DOP	DOP5W		P	4	5	5		0		2026-07
1.012190	Thủ tục hỗ trợ phát triển sản xuất liên kết theo chuỗi giá trị (cấp xã)		22	15	1	DOP	DOP13W		P	9	13	13		0		2026-07
1.012222	Công nhận người có uy tín		50	19	4	DOP	DOP20W		P	4	20	20		0		2026-07
1.012223	Đưa ra khỏi danh sách và thay thế, bổ sung người có uy tín		50	19	0	DOP	DOP20W		P	6	20	20		0		2026-07
1.012253	Thủ tục hỗ trợ phát triển sản xuất liên kết theo chuỗi giá trị (dự án thuộc lĩnh vực ngành, nghề, lĩnh vực khác không thuộc lĩnh vực sản xuất, tiêu thụ sản phẩm nông nghiệp)		22	20	2	DOP	DOP15W		P	6	15	15		0		2026-07
1.012299	Thủ tục thi tuyển Viên Chức (Nghị định số 85/2023/NĐ-CP)		51	5	7	DOP	DOP210D	DOP71,DOP72,DOP73	P	1				0		2026-07
1.012300	Thủ tục xét tuyển Viên chức (85/2023/NĐ-CP)		51	5	7	DOP	DOP180D	O74,DP75	P	1				0		2026-07
1.012301	Thủ tục tiếp nhận vào viên chức không giữ chức vụ quản lý		51	5	7	D	D1X	D11	N	4				0		2026-07
1.012422	Đề nghị xét tặng Danh hiệu “Thầy thuốc Nhân dân”, “Thầy thuốc Ưu tú”		52	6	7	DOP	DOP6M		P	3				0		2026-07
1.012470	Thủ tục hải quan đối với hàng hóa xuất khẩu, nhập khẩu tại chỗ; Thủ tục mua bán hàng hóa giữa Doanh nghiệp chế xuất với Doanh nghiệp nội địa; Thủ tục mua bán hàng hóa giữa hai doanh nghiệp chế xuất; Thủ tục giao nhận sản phẩm gia công chuyển tiếp; Thủ tục đối với nguyên liệu, vât tư đã nhập khẩu theo loại hình nhập sản xuất xuất khẩu trước khi ký kết hợp đồng gia công, bên nhận gia công được sử dụng nguyên liệu, vật tư nhập khẩu để cung ứng cho hợp đồng gia công cho thương nhân nước ngoài; Thủ tục đối với nguyên liệu, vật tư do tổ chức, cá nhân tại Việt Nam cung cấp theo chỉ định của thương nhân nước ngoài để thực hiện hợp đồng gia công cho thương nhân nước ngoài		0	0	0	DO	DO2H		P	4				0		2026-07
1.012474	Hỗ trợ tiền vé xe cho người lao động		53	21	1	DOP	DOP8W		P	6	8	8		0		2026-07
1.012531	Hỗ trợ tín dụng đầu tư trồng rừng gỗ lớn đối với chủ rừng là hộ gia đình, cá nhân		35	7	1	DOP	DOP12D		P	3	12	12		0		2026-07
1.012533	Tuyển chọn Tổ viên Tổ bảo vệ an ninh, trật tự		54	2	1	D	D15W,D3W		N	4	3	15		0		2026-07
1.012535	Phê duyệt dự án, kế hoạch liên kết thực hiện các hoạt động hỗ trợ phát triển sản xuất liên kết theo chuỗi giá trị triển khai trên địa bàn 01 xã (phường) trong các ngành, nghề, lĩnh vực khác không thuộc lĩnh vực sản xuất, tiêu thụ sản phẩm nông nghiệp		22	21	1	DOP	DOP25W		P	4	10	25		0		2026-07
1.012536	Phê duyệt dự án, phương án hỗ trợ phát triển sản xuất cộng đồng		22	21	1	DP	DP20W		N	4	20	20		0		2026-07
1.012537	Giải quyết chế độ, chính sách cho người tham gia lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở chưa tham gia bảo hiểm y tế mà bị ốm đau, bị tai nạn, bị thương khi thực hiện nhiệm vụ		55	2	1	DOP	DOP2W,DOP5W		P	3	2	5		0		2026-07
1.012538	Giải quyết chế độ, chính sách cho người tham gia lực lượng tham gia bảo vệ an ninh, trật tự ở cơ sở chưa tham gia bảo hiểm xã hội mà bị tai nạn, chết khi thực hiện nhiệm vụ		55	2	1	DOP	DOP2W,DOP5W,DOP3W		P	9	2	5		0		2026-07
1.012563	Khai thác thông tin người gốc Việt Nam chưa xác định được quốc tịch trong Cơ sở dữ liệu quốc gia về dân cư (thực hiện tại cấp xã)		43	2	0	DP	DP3W	DP69	N	2	3	3		0		2026-07
1.012564	Điều chỉnh thông tin trong Cơ sở dữ liệu quốc gia về dân cư theo đề nghị của công dân (thực hiện tại cấp xã)		43	2	0	DOP	DOP2W	DOP76	P	1	2	2		0		2026-07
1.012566	Xác nhận số chứng minh nhân dân 09 số, số định danh cá nhân (thực hiện tại cấp xã)		43	2	0	DOP	DOP7W	DOP76	F	2	7	7		0		2026-07
1.012568	Giao tài sản kết cấu hạ tầng chợ do cấp xã quản lý		56	22	1	D	D60D		N	8				0		2026-07
1.012569	Thu hồi tài sản kết cấu hạ tầng chợ		56	22	1	DOP	DOP45D,DOP30D		P	2	45	45		0		2026-07
1.012575	Đăng ký xe lần đầu trực tuyến toàn trình đối với xe sản xuất lắp ráp trong nước thực hiện tại cấp tỉnh, cấp xã		57	2	5	O	O2D	O77	F	3				0		2026-07
1.012582	THỦ TỤC ĐỀ NGHỊ THAY ĐỔI ĐỊA ĐIỂM SINH HOẠT TÔN GIÁO TẬP TRUNG ĐẾN ĐỊA BÀN XÃ KHÁC (CẤP XÃ)		58	19	1	DOP	DOP20D		P	4				0		2026-07
1.012584	THỦ TỤC ĐỀ NGHỊ THAY ĐỔI ĐỊA ĐIỂM SINH HOẠT TÔN GIÁO TẬP TRUNG TRONG ĐỊA BÀN MỘT XÃ (CẤP XÃ)		58	19	0	DOP	DOP20D		F	3				0		2026-07
1.012585	THỦ TỤC ĐĂNG KÝ THAY ĐỔI NGƯỜI ĐẠI DIỆN CỦA NHÓM SINH HOẠT TÔN GIÁO TẬP TRUNG (CẤP XÃ)		58	19	0	DOP	DOP15D		F	4				0		2026-07
1.012590	THỦ TỤC ĐĂNG KÝ SINH HOẠT TÔN GIÁO TẬP TRUNG (CẤP XÃ)		58	19	0	DOP	DOP20D		P	4				0		2026-07
1.012591	THỦ TỤC ĐĂNG KÝ BỔ SUNG HOẠT ĐỘNG TÍN NGƯỠNG (CẤP XÃ)		58	19	1	DOP	DOP15D		P	1				0		2026-07
1.012592	THỦ TỤC ĐĂNG KÝ HOẠT ĐỘNG TÍN NGƯỠNG (CẤP XÃ)		58	19	4	DOP	DOP15D		P	1				0		2026-07
1.012680	Cấp giấy thông hành biên giới Việt Nam – Lào cho công dân Việt Nam có hộ khẩu thường trú ở tỉnh có chung đường biên giới với Lào (thực hiện tại cấp xã)		2	2	0	DO	DO3W	O78,D79	P	5	3	3		0		2026-07
1.012694	Chuyển mục đích sử dụng rừng sang mục đích khác đối với cá nhân		59	7	1	DOP	DOP8D		P	4	8	8		0		2026-07
1.012749	Hỗ trợ chi phí khuyến khích sử dụng hình thức hỏa táng		11	23	1	DOP	DOP7W		P	3	7	10		0		2026-07
1.012753	Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với tổ chức đang sử dụng đất		60	7	1	DOP	O17W,P30W,D20W	DOP80	P	7	17	30		0		2026-07
1.012766	Xóa đăng ký thuê, cho thuê lại quyền sử dụng đất trong dự án xây dựng kinh doanh kết cấu hạ tầng		60	7	2	DOP	OP3W,D13W	DOP80	P	4	3	13		0		2026-07
1.012796	Đính chính Giấy chứng nhận đã cấp lần đầu có sai sót	Correction of first-issued land certificate	60	7	1	DOP	DOP8W	DOP80	P	4	8	8	81	11	019d2bfa-76cb-741b-996e-33d1ef50be50	2026-07-18
1.012812	Hòa giải tranh chấp đất đai	Conciliation of land disputes	60	7	1	DP	P30D,D40D	DP80	N	2	30	30	80	0	019d2bfa-76e6-7468-b6f2-3d412e902b88	2026-07-18
1.012817	Xác định lại diện tích đất ở của hộ gia đình, cá nhân đã được cấp Giấy chứng nhận trước ngày 01 tháng 7 năm 2004	Re-determination of residential land area (certificate before 1-7-2004)	60	7	1	DOP	OP20W,D30W	DOP80	P	3	20	20	82	12	019d2bfa-76ef-752f-a5e5-ff4ce5737bb1	2026-07-18
1.012818	Thu hồi Giấy chứng nhận đã cấp lần đầu không đúng quy định của pháp luật đất đai do người sử dụng đất, chủ sở hữu tài sản gắn liền với đất phát hiện và cấp lại Giấy chứng nhận sau khi thu hồi	Revocation and re-issue of wrongly issued first land certificate	60	7	1	DOP	OP25W,D35W	DOP80	P	2	25	25	83	13	019d2bfa-76e6-7468-b6f2-417e588578f5	2026-07-18
1.012822	Thủ tục thực hiện, điều chỉnh, thôi hưởng trợ cấp xã hội hàng tháng cho người cao tuổi từ đủ 75 tuổi đến 80 tuổi mà không có lương hưu, trợ cấp bảo hiểm xã hội hàng tháng, trợ cấp xã hội hàng tháng; Người mắc bệnh ung thư, suy thận mãn chạy thận nhân tạo có giấy chứng nhận của cơ quan y tế có thẩm quyền mà không có lương hưu, tiền lương, trợ cấp bảo hiểm xã hội hàng tháng, trợ cấp xã hội hàng tháng; Người khuyết tật nhẹ là thế hệ thứ ba của người hoạt động kháng chiến bị nhiễm chất độc hóa học		11	12	1	DOP	DOP10W		P	9	10	10		0		2026-07
1.012824	Hỗ trợ chi phí mai táng cho người cao tuổi từ đủ 75 tuổi đến 80 tuổi mà không có lương hưu, trợ cấp bảo hiểm xã hội hàng tháng, trợ cấp xã hội hàng tháng; Người mắc bệnh ung thư, suy thận mãn chạy thận nhân tạo có giấy chứng nhận của cơ quan y tế có thẩm quyền mà không có lương hưu, tiền lương, trợ cấp bảo hiểm xã hội hàng tháng, trợ cấp xã hội hàng tháng; Người khuyết tật nhẹ là thế hệ thứ ba của người hoạt động kháng chiến bị nhiễm chất độc hóa học		11	12	1	DOP	DOP3W		P	3	3	3		0		2026-07
1.012825	Hỗ trợ sinh kế, tự học nghề		61	12	1	DOP	DOP20D		P	3				0		2026-07
1.012836	Hỗ trợ chi phí về vật tư phối giống nhân tạo gia súc gồm tinh đông lạnh, Nitơ lỏng, găng tay và dụng cụ dẫn tinh để phối giống cho trâu, bò cái; chi phí về liều tinh để thực hiện phối giống cho lợn nái, công cho người làm dịch vụ phối giống nhân tạo gia súc (trâu, bò)		62	7	1	DOP	DOP20W		P	5	20	20		0		2026-07
1.012837	Phê duyệt hỗ trợ kinh phí đào tạo, tập huấn để chuyển đổi từ chăn nuôi sang các nghề khác; chi phí cho cá nhân được đào tạo về kỹ thuật phối giống nhân tạo gia súc (trâu, bò); chi phí mua bình chứa Nitơ lỏng bảo quản tinh cho người làm dịch vụ phối giống nhân tạo gia súc (trâu, bò) đối với các chính sách sử dụng vốn sự nghiệp nguồn ngân sách nhà nước		62	7	1	D	D40D		N	5	40	40		0		2026-07
1.012839	Thủ tục tham vấn trị giá hải qua đối với hàng hóa xuất khẩu, nhập khẩu		0	0	0	D	D30W		N	1	30	30		0		2026-07
1.012888	Công nhận Ban quản trị nhà chung cư		38	8	1	DOP	DOP7W	DOP81	F	16	7	7		0		2026-07
1.012892	Cho thuê nhà ở cũ thuộc tài sản công đối với trường hợp chưa có hợp đồng thuê nhà ở		38	4	7	DOP	DOP30D	DOP81	F	3				0		2026-07
1.012893	Bán nhà ở cũ thuộc tài sản công		38	4	7	DOP	DOP45D	DOP81	P	6				0		2026-07
1.012897	Cho thuê nhà ở cũ thuộc tài sản công đối với trường hợp nhận chuyển quyền thuê nhà ở		38	4	3	DOP	DOP45D	DOP54	P	3				0		2026-07
1.012898	Cho thuê nhà ở cũ thuộc tài sản công đối với trường hợp ký lại hợp đồng thuê		38	4	7	DOP	DOP15D	DOP54	F	2				0		2026-07
1.012922	Kiểm tra hiện trường rừng trồng bị thiệt hại		35	7	1	DOP	DOP1W		P	1	1	3		0		2026-07
1.012963	Thành lập hoặc cho phép thành lập trường tiểu học		10	3	1	DOP	DOP10W		P	2	10	20		0		2026-07
1.012964	Thành lập hoặc cho phép thành lập trường trung học cơ sở, trường phổ thông có nhiều cấp học có cấp học cao nhất là trung học cơ sở		63	3	1	DOP	DOP25W		P	2	25	25		0		2026-07
1.012965	Cho phép trường trung học cơ sở, trường phổ thông có nhiều cấp học có cấp học cao nhất là trung học cơ sở hoạt động giáo dục		63	3	1	DOP	DOP10W		P	3	10	25		0		2026-07
1.012967	Sáp nhập, chia, tách trường trung học cơ sở, trường phổ thông có nhiều cấp học có cấp học cao nhất là trung học cơ sở		63	3	1	DOP	DOP15W		P	3	15	25		0		2026-07
1.012968	Giải thể trường trung học cơ sở, trường phổ thông có nhiều cấp học có cấp học cao nhất là trung học cơ sở (Theo đề nghị của tổ chức, cá nhân thành lập trường)		63	3	1	DOP	DOP10W		P	2	10	20		0		2026-07
1.012969	Thành lập hoặc cho phép thành lập trung tâm học tập cộng đồng		64	3	1	DOP	DOP10W		P	3	10	15		0		2026-07
1.012971	Thành lập hoặc cho phép thành lập cơ sở giáo dục mầm non độc lập		65	3	1	DOP	DOP8W		P	4	8	15		0		2026-07
1.012973	Sáp nhập, chia, tách cơ sở giáo dục mầm non độc lập		65	3	1	DOP	DOP8W		P	4	8	20		0		2026-07
1.012974	Giải thể cơ sở giáo dục mầm non độc lập (theo đề nghị của tổ chức, cá nhân thành lập trường)		65	3	1	DOP	DOP7D		P	2				0		2026-07
1.012975	Cho phép cơ sở giáo dục khác thực hiện chương trình giáo dục phổ thông cấp tiểu học		66	3	1	DOP	DOP5D		P	2				0		2026-07
1.012994	Khấu trừ kinh phí bồi thường, hỗ trợ, tái định cư		67	0	2	DOP	DOP30D		P	4				0		2026-07
1.012995	Ghi nợ tiền sử dụng đất của hộ gia đình, cá nhân trong trường hợp được bố trí tái định cư		67	0	2	DP	DP1X		N	3				0		2026-07
1.012996	Thanh toán, xóa nợ tiền sử dụng đất đối với hộ gia đình, cá nhân được ghi nợ		67	0	2	DP	DP1D		N	2				0		2026-07
1.013040	Thủ tục khai, nộp phí bảo vệ môi trường đối với khí thải		68	0	7	DOP	DO10W,P40W		P	1	10	40		0		2026-07
1.013061	Cấp giấy phép thi công công trình trên đường bộ đang khai thác		4	8	3	DOP	DOP5W		F	5	5	7		0		2026-07
1.013065	Thu hồi chứng nhận đăng ký xe, biển số xe thực hiện bằng dịch vụ công toàn trình		57	2	3	O	O8H		P	2				0		2026-07
1.013066	Đăng ký xe lần đầu trực tuyến toàn trình đối với xe nhập khẩu thực hiện tại cấp tỉnh, cấp xã		57	2	5	O	O7W,O2W	O77	F	3	2	7		0		2026-07
1.013067	Đăng ký, cấp biển số xe lần đầu thực hiện bằng dịch vụ công một phần hoặc trực tiếp thực hiện tại cấp trung ương, cấp tỉnh, cấp xã		57	2	3	D	D7W,D1H,D2W	D77	N	3	2	7		0		2026-07
1.013076	Cấp chứng nhận đăng ký xe, biển số xe trong trường hợp thay đổi chủ xe (đăng ký sang tên xe) bằng dịch vụ công trực tuyến một phần hoặc trực tiếp thực hiện tại cấp trung ương, cấp tỉnh, cấp xã		57	2	3	DO	DO2W,DO7W,DO1H	DO77	P	10	2	7		0		2026-07
1.013079	Đổi chứng nhận đăng ký xe, biển số xe bằng dịch vụ công trực tuyến một phần hoặc trực tiếp thực hiện tại cấp trung ương, cấp tỉnh, cấp xã		57	2	3	DO	DO7W,DO2W	DO77	P	4	2	7		0		2026-07
1.013080	Cấp lại chứng nhận đăng ký xe, biển số xe thực hiện bằng dịch vụ công trực tuyến toàn trình		57	2	3	O	O2W	O77	P	2	2	2		0		2026-07
1.013082	Cấp lại chứng nhận đăng ký xe, biển số xe thực hiện bằng dịch vụ công trực tuyến một phần hoặc trực tiếp thực hiện tại cấp trung ương, cấp tỉnh, cấp xã		57	2	3	DO	DO2W,DO7W	DO77	P	2	2	7		0		2026-07
1.013083	Đăng ký xe tạm thời thực hiện bằng dịch vụ công trực tuyến toàn trình		57	2	3	O	O8H	O77	P	3				0		2026-07
1.013086	Đăng ký xe tạm thời thực hiện bằng dịch vụ công trực tuyến một phần hoặc trực tiếp thực hiện tại cấp trung ương, cấp tỉnh, cấp xã		57	2	3	DO	DO1W	DO77	P	3	1	1		0		2026-07
1.013123	Thu hồi giấy chứng nhận đăng ký, biển số xe thực hiện bằng dịch vụ công trực tuyến một phần hoặc trực tiếp thực hiện tại cấp trung ương, cấp tỉnh, cấp xã		57	2	3	DO	DO2W		P	5	2	2		0		2026-07
1.013128	Thủ tục thẩm định và phê duyệt kế hoạch ứng phó sự cố tràn dầu đối với cửa hàng bán lẻ xăng dầu trên đất liền, trên sông, trên biển và các cơ sở, dự án trên địa bàn xã không thuộc đối tượng kinh doanh, vận chuyển xăng dầu có nguy cơ xảy ra sự cố tràn dầu mức độ nhỏ (dung tích chứa dưới 50 m3)		69	24	0	DOP	DOP7W		P	2	7	7		0		2026-07
1.013133	Thủ tục đăng ký nghĩa vụ quân sự lần đầu		70	24	4	DO	DO1W		P	2	1	1		0		2026-07
1.013142	Thủ tục giải quyết chế độ hưu trí đối với quân nhân, người làm công tác cơ yếu, nhập ngũ sau ngày 30/4/1975, trực tiếp tham gia chiến tranh bảo vệ Tổ quốc và làm nhiệm vụ quốc tế, có từ đủ 20 năm trở lên phục vụ trong quân đội, cơ yếu đã phục viên, xuất ngũ, thôi việc		71	24	5	D	D54W		N	2	54	54		0		2026-07
1.013143	Thủ tục giải quyết chế độ trợ cấp một lần đối với quân nhân, người làm công tác cơ yếu hưởng lương như đối với quân nhân, công an nhân dân nhập ngũ sau ngày 30/4/1975, trực tiếp tham gia chiến tranh bảo vệ Tổ quốc và làm nhiệm vụ quốc tế có từ đủ 20 năm trở lên phục vụ trong quân đội, cơ yếu đã phục viên, xuất ngũ, thôi việc (đối tượng từ trần)		71	24	5	D	D54W		N	4	54	54		0		2026-07
1.013161	Thủ tục giải quyết chế độ trợ cấp hàng tháng đối với quân nhân, người làm công tác cơ yếu, nhập ngũ, tuyển dụng sau ngày 30/4/1975, tham gia chiến tranh bảo vệ Tổ quốc và làm nhiệm vụ quốc tế có từ đủ 15 năm đến dưới 20 năm công tác thực tế trong quân đội đã phục viên, xuất ngũ, thôi việc.		71	24	5	D	D17W		N	3	17	17		0		2026-07
1.013163	Thủ tục giải quyết chế độ trợ cấp một lần đối với quân nhân, người làm công tác cơ yếu hưởng lương như đối với quân nhân, công an nhân dân; công nhân viên chức quốc phòng; dân quân tự vệ trực tiếp tham gia chiến tranh bảo vệ Tổ quốc và làm nhiệm vụ quốc tế sau ngày 30/4/1975 đã phục viên, xuất ngũ, thôi việc (đối với đối tượng đã từ trần) do Bộ Quốc phòng giải quyết		71	24	5	D	D17W		N	3	17	17		0		2026-07
1.013173	Thủ tục giải quyết chế độ hỗ trợ và cấp “Giấy chứng nhận”đối với người tham gia kháng chiến, chiến tranh bảo vệ Tổ quốc và làm nhiệm vụ quốc tế đang định cư ở nước ngoài ủy quyền cho thân nhân ở trong nước kê khai, nhận chế độ		71	24	5	D	D45D		N	3				0		2026-07
1.013214	Ban hành thông báo tổ chức thực hiện việc điều tra, khảo sát, ghi nhận hiện trạng, đo đạc, kiểm đếm, thống kê, phân loại diện tích đất thu hồi và tài sản gắn liền với đất; xác định nguồn gốc đất thu hồi và tài sản gắn liền với đất thu hồi		60	12	1	DOP	DOP10D		P	3				0		2026-07
1.013225	Cấp giấy phép xây dựng mới đối với công trình cấp III, cấp IV (Công trình không theo tuyến/Theo tuyến trong đô thị/Tín ngưỡng, tôn giáo/Tượng đài, tranh hoành tráng/Theo giai đoạn cho công trình không theo tuyến/Theo giai đoạn cho công trình theo tuyến trong đô thị/Dự án) và nhà ở riêng lẻ	New building permit, grade III/IV works	39	4	1	DOP	DOP10W	OP82,D83	P	53	10	10	97	2	019d2bfe-9088-744d-aa0a-e846b6dce3d5	2026-07-18
1.013226	Cấp điều chỉnh giấy phép xây dựng đối với công trình cấp III, cấp IV (công trình Không theo tuyến/Theo tuyến trong đô thị/Tín ngưỡng, tôn giáo/Tượng đài, tranh hoành tráng/Theo giai đoạn cho công trình không theo tuyến/Theo giai đoạn cho công trình theo tuyến trong đô thị/Dự án) và nhà ở riêng lẻ		39	4	1	DOP	DOP9D	DOP82	P	23				0		2026-07
1.013227	Gia hạn giấy phép xây dựng đối với công trình cấp III, cấp IV (công trình Không theo tuyến/Theo tuyến trong đô thị/Tín ngưỡng, tôn giáo/Tượng đài, tranh hoành tráng/Sửa chữa, cải tạo/Theo giai đoạn cho công trình không theo tuyến/Theo giai đoạn cho công trình theo tuyến trong đô thị/Dự án) và nhà ở riêng lẻ		39	4	9	DOP	DOP5W	DOP82	P	2	5	5		0		2026-07
1.013228	Cấp lại giấy phép xây dựng đối với công trình cấp III, cấp IV (công trình Không theo tuyến/Theo tuyến trong đô thị/Tín ngưỡng, tôn giáo/Tượng đài, tranh hoành tráng/Sửa chữa, cải tạo/Theo giai đoạn cho công trình không theo tuyến/Theo giai đoạn cho công trình theo tuyến trong đô thị/Dự án) và nhà ở riêng lẻ		39	4	9	DOP	DOP5W	DOP82	P	2	5	5		0		2026-07
1.013229	Cấp giấy phép xây dựng sửa chữa, cải tạo đối với công trình cấp III, cấp IV (công trình Không theo tuyến/Theo tuyến trong đô thị/Tín ngưỡng, tôn giáo/Tượng đài, tranh hoành tráng/Theo giai đoạn cho công trình không theo tuyến/Theo giai đoạn cho công trình theo tuyến trong đô thị/Dự án) và nhà ở riêng lẻ:		39	4	1	DOP	DOP10W	DOP83	P	55	10	10		0		2026-07
1.013232	Cấp giấy phép di dời đối với công trình cấp III, cấp IV (Công trình không theo tuyến/Theo tuyến trong đô thị/Tín ngưỡng, tôn giáo/Tượng đài, tranh hoành tráng/Theo giai đoạn cho công trình không theo tuyến/Theo giai đoạn cho công trình theo tuyến trong đô thị/Dự án) và nhà ở riêng lẻ		39	4	1	DOP	DOP10D	DOP83	P	5				0		2026-07
1.013234	Thẩm định Thiết kế xây dựng triển khai sau thiết kế cơ sở/ Thiết kế xây dựng triển khai sau thiết kế cơ sở điều chỉnh;		39	4	2	D	D40D	D84	N	9				0		2026-07
1.013239	Thẩm định Báo cáo nghiên cứu khả thi đầu tư xây dựng/Báo cáo nghiên cứu khả thi đầu tư xây dựng điều chỉnh		39	4	2	DOP	DOP35D	OP84	P	19				0		2026-07
1.013274	Cấp phép sử dụng tạm thời lòng đường, vỉa hè vào mục đích khác		4	4	3	DOP	DOP3W		P	2	3	5		0		2026-07
1.013309	Nghiệm thu, thanh toán kinh phí hỗ trợ liên kết trong sản xuất nông nghiệp		22	18	2	DOP	DOP10W		P	4	10	10		0		2026-07
1.013310	Hỗ trợ phát triển các sản phẩm OCOP		22	18	1	DOP	DOP10W		P	2	10	10		0		2026-07
1.013311	Phê duyệt hỗ trợ đầu tư đầu tư trồng sen, cây ăn quả, cây dược liệu; đầu tư máy móc phục vụ sản xuất nông nghiệp; đầu tư điểm trưng bày, giới thiệu sản phẩm OCOP, làng nghề		22	18	1	DOP	DOP8W		P	1	8	8		0		2026-07
1.013312	Nghiệm thu, thanh toán kinh phí hỗ trợ đầu tư trồng sen, cây ăn quả, cây dược liệu; đầu tư máy móc phục vụ sản xuất nông nghiệp; đầu tư điểm trưng bày, giới thiệu sản phẩm OCOP, làng nghề		22	18	1	DOP	DOP7W		P	3	7	7		0		2026-07
1.013313	Xác nhận nơi thường xuyên đậu, đỗ; sử dụng phương tiện vào mục đích để ở		18	2	1	DOP	DOP2W		P	1	2	2		0		2026-07
1.013314	Xác nhận về điều kiện diện tích bình quân nhà ở để đăng ký thường trú vào chỗ ở do thuê, mượn, ở nhờ; nhà ở, đất ở không có tranh chấp quyền sở hữu nhà ở, quyền sử dụng đất ở, không thuộc địa điểm không được đăng ký thường trú mới	Confirmation of housing floor-area/no-dispute condition for residence	18	2	1	DOP	DOP2W		P	1	2	2	44	2	019d2bf7-9660-707e-97b1-ef8876f54d3b	2026-07-18
1.013316	Cấp Giấy phép xây dựng có thời hạn đối với các công trình công cộng bao gồm nhà để xe, bãi để xe, nhà vệ sinh công cộng trên đất do Nhà nước quản lý (theo thẩm quyền quy định tại khoản 2, Điều 4 Nghị quyết 62/2024/NQ-HĐND ngày 13 tháng 12 năm 2024)		39	12	1	DO	DO20D	DO85,DO61	P	7				0		2026-07
1.013339	Hỗ trợ kinh phí chấm dứt sản xuất, chuyển đổi nghề nghiệp tại các cơ sở sản xuất gây ô nhiễm môi trường nghiêm trọng		72	11	1	DOP	DOP25W		F	8	25	25		0		2026-07
1.013345	Chấp thuận thiết kế nút giao đấu nối vào đường địa phương đang khai thác trên địa bàn tỉnh Thanh Hóa		4	10	2	DOP	DOP7W		F	2	5	7		0		2026-07
1.0133611	Cấp phép thi công nút giao đấu nối vào đường địa phương đang khai thác		4	25	2	DOP	DOP5W		P	1	5	5		0		2026-07
1.013366	Chấp thuận thiết kế nút giao đấu nối vào đường địa phương đang khai thác		4	25	2	DOP	DOP5W		F	0	5	5		0		2026-07
1.013368	Cấp phép thi công nút giao đấu nối vào đường địa phương đang khai thác		4	25	2	DOP	DOP5W		F	2	5	5		0		2026-07
1.013442	Khai báo vũ khí thô sơ là hiện vật trưng bày, triển lãm, làm đồ gia bảo		73	2	0	DO	D3W,O4W		P	1	3	4		0		2026-07
1.013455	Thủ Tục giải quyết chế độ trợ cấp một lần đối với quân nhân, người làm công tác cơ yếu hưởng lương như đối với quân nhân, công an nhân dân; công nhân viên chức quốc phòng; dân quân tự vệ trực tiếp tham gia chiến tranh bảo vệ Tổ quốc và làm nhiệm vụ quốc tế sau ngày 30/4/1975, có dưới 15 năm công tác đã phục viên, xuất ngũ, thôi việc (đối tượng còn sống) thuộc thẩm quyền giải quyết của Bộ Quốc phòng		71	24	5	D	D17W		N	2	17	17		0		2026-07
1.013464	Cấp phép thi công nút giao đấu nối vào đường địa phương đang khai thác trên địa bàn tỉnh Đồng Tháp		4	26	2	DOP	DOP5W		P	2	5	5		0		2026-07
1.013465	Chấp thuận thiết kế nút giao đấu nối vào đường địa phương đang khai thác		4	26	2	DOP	DOP5W		P	2	5	5		0		2026-07
1.013471	Thủ tục Chấp thuận thiết kế nút giao đấu nối với đường địa phương đang khai thác		4	11	2	DOP	DOP7W		F	2	7	7		0		2026-07
1.013472	Cấp phép thi công nút giao đấu nối với đường địa phương đang khai thác		4	11	2	DOP	DOP7W		F	2	7	7		0		2026-07
1.013481	Báo cáo mất, cháy, hỏng tem điện tử thuốc lá nhập khẩu hoặc tem điện tử rượu nhập khẩu		0	0	5	O	O1W		P	1	1	1		0		2026-07
1.013482	Báo cáo hoàn thành hủy tem điện tử thuốc lá nhập khẩu, hoặc tem điện tử rượu nhập khẩu.		0	0	5	O	O1W		P	3	1	1		0		2026-07
1.013483	Thủ tục hải quan, kiểm tra, giám sát hải quan đối với hàng hoá quá cảnh		0	0	3	O	O2H	O46	P	5				0		2026-07
1.013489	Thủ tục thay đổi cửa khẩu xuất hoặc đưa trở lại kho ngoại quan đối với hàng hóa gửi kho ngoại quan đã đưa ra cửa khẩu xuất nhưng không xuất được hoặc chỉ xuất được một phần		0	0	0	DO	DO8H	DO86	P	3				0		2026-07
1.013548	Thủ tục sửa đổi, bổ sung hồ sơ biên phòng cảng biển đối với tàu biển Việt Nam hoạt động tuyến nội địa đến, rời cửa khẩu cảng		74	24	0	O	O1H		F	2				0		2026-07
1.013550	Thủ tục biên phòng trong cấp thị thực tại cửa khẩu và sửa đổi, bổ sung hồ sơ biên phòng đối với người nhận thị thực tại cửa khẩu		74	24	0	O	O0X	O87	P	2				0		2026-07
1.013552	Thủ tục biên phòng đối với tàu biển Việt Nam hoạt động tuyến nội địa đến, rời cửa khẩu cảng		74	24	0	DO	DO1H		F	5				0		2026-07
1.013562	Thủ tục cấp Giấy phép đi bờ cho thuyền viên nước ngoài		74	24	0	O	O0X	O88	P	1				0		2026-07
1.013564	Thủ tục cấp Giấy phép xuống tàu cho người Việt Nam và người nước ngoài thuộc các cơ quan, doanh nghiệp có nhu cầu thường xuyên xuống tàu thuyền nước ngoài làm việc.		74	24	0	D	D0X	D89	N	4				0		2026-07
1.013566	Thủ tục biên phòng đối với tàu thuyền Việt Nam, tàu thuyền nước ngoài, thuyền viên, hành khách đi trên tàu thuyền Việt Nam, tàu thuyền nước ngoài nhập cảnh tại cửa khẩu cảng		74	24	0	DO	DO1H		F	6				0		2026-07
1.013568	Thủ tục cấp, tạm dừng và hủy tài khoản truy cập Cổng thông tin thủ tục biên phòng điện tử cảng biển đối với người làm thủ tục		74	24	0	O	O3D		F	1				0		2026-07
1.013569	Thủ tục biên phòng đối với tàu thuyền nhập cảnh, xuất cảnh tại cảng dầu khí ngoài khơi		74	24	0	O	O1H		F	6				0		2026-07
1.013570	Thủ tục biên phòng đối với tàu thuyền có trọng tải từ 200 tấn trở xuống, mang quốc tịch của quốc gia có chung biên giới với Việt Nam nhập cảnh, xuất cảnh tại cửa khẩu cảng thuộc khu vực biên giới của Việt Nam với quốc gia đó		74	24	0	O	O1H		F	6				0		2026-07
1.013575	Thủ tục cấp Giấy phép cho người Việt Nam và người nước ngoài xuống tàu thuyền nước ngoài; người nước ngoài xuống tàu thuyền Việt Nam neo đậu tại cảng để thực hiện các hoạt động báo chí, nghiên cứu khoa học, tham quan; người điều khiển phương tiện Việt Nam, nước ngoài cập mạn tàu thuyền nước ngoài; thuyền viên nước ngoài xin nghỉ qua đêm trên bờ, xuống các tàu thuyền khác đang neo đậu tại cảng		74	24	0	D	D0X	D90,D91,D92,D93,D94	N	3				0		2026-07
1.013585	Thủ tục biên đối với tàu thuyền buồm, tàu thuyền thể thao, du thuyền, người đi trên tàu thuyền buồm, tàu thuyền thể thao, du thuyền nhập cảnh, xuất cảnh, tại cửa khẩu cảng		74	24	4	D	D1H		N	7				0		2026-07
1.013586	Thủ tục biên phòng đối với tàu cá Việt Nam, thuyền viên, hành khách đi trên tàu cá Việt Nam nhập cảnh, xuất cảnh đi khai thác thủy sản ở vùng biển ngoài vùng biển Việt Nam		74	24	0	D	D1H		N	6				0		2026-07
1.013587	Thủ tục đăng ký đến, đi đối với phương tiện thủy nội địa đến, rời cửa khẩu cảng		74	24	0	D	D0X		N	6				0		2026-07
1.013589	Thủ tục sửa đổi, bổ sung hồ sơ biên phòng cửa khẩu biên giới đất liền		74	24	0	O	O1H		F	2				0		2026-07
1.013590	Thủ tục biên phòng cửa khẩu biên giới đất liền đối với Đoàn khách du lịch, Đoàn khách công vụ xuất cảnh, nhập cảnh		74	24	0	DO	O3H,D0X		F	2				0		2026-07
1.013591	Thủ tục biên phòng cửa khẩu biên giới đất liền đối với công dân Việt Nam xuất, nhập cảnh		74	24	0	DO	O1H,D0X		F	2				0		2026-07
1.013592	Thủ tục biên phòng cửa khẩu biên giới đất liền đối với người điều khiển, người đi trên phương tiện, phương tiện xuất cảnh, nhập cảnh		74	24	0	DO	O3H,D0X		F	2				0		2026-07
1.013653	Đăng ký/Thay đổi thông tin sử dụng chứng từ điện tử/Ủy nhiệm lập biên lai điện tử		0	0	3	DOP	DOP1W		P	3	1	1		0		2026-07
1.013654	Thông báo phát hành biên lai đặt in/tự in.		0	0	3	O	O3W		P	2	3	3		0		2026-07
1.013655	Thông báo điều chỉnh thông tin tại thông báo phát hành biên lai.		0	0	3	O	O1X		P	2				0		2026-07
1.013657	Tiêu hủy biên lai.		0	0	3	DOP	DOP1X		P	4				0		2026-07
1.013659	Xử lý chứng từ điện tử đã lập sai		34	0	5	O	O1W		F	1	1	1		0		2026-07
1.013694	Chấp thuận thiết kế nút giao đấu nối đường nhánh vào đường chính đang khai thác		4	27	2	DOP	DOP7W		F	3	7	7		0		2026-07
1.013695	Cấp phép thi công nút giao đấu nối đường nhánh vào đường chính đang khai thác		4	27	2	DOP	DOP7W		P	3	7	7		0		2026-07
1.013702	Công nhận ban vận động thành lập hội		75	5	1	DOP	DOP30W		P	4	30	30		0		2026-07
1.013703	Thành lập hội		75	5	1	DOP	DOP60W		P	9	60	60		0		2026-07
1.013704	Báo cáo tổ chức đại hội thành lập, đại hội nhiệm kỳ, đại hội bất thường của hội		75	5	1	DOP	OP45W,D15W		P	18	15	45		0		2026-07
1.013706	Thông báo kết quả đại hội và phê duyệt đổi tên hội, phê duyệt điều lệ hội		75	5	1	DOP	DOP60W		P	7	60	60		0		2026-07
1.013707	Chia, tách; sáp nhập; hợp nhất hội		75	5	1	DOP	DOP60W		P	7	60	60		0		2026-07
1.013708	Hội tự giải thể		75	5	1	DOP	DOP45W		P	4	45	45		0		2026-07
1.013709	Cho phép hội hoạt động trở lại sau khi bị đình chỉ có thời hạn		75	5	1	DOP	DOP30W		P	2	30	30		0		2026-07
1.013710	Hỗ trợ chi phí y tế và thu nhập thực tế bị mất hoặc giảm sút cho người đang trực tiếp tham gia hoạt động chữ thập đỏ bị tai nạn dẫn đến thiệt hại về sức khỏe		75	5	1	DOP	DP20D,DOP10D		P	4	10	10		0		2026-07
1.013723	Kiểm tra nhà nước về chất lượng sản phẩm, hàng hóa nhóm 2 nhập khẩu		76	5	2	DOP	DOP1W		P	7	1	1		0		2026-07
1.013734	Đăng ký hợp đồng lao động trực tiếp giao kết .		77	5	1	DOP	DOP5W		F	2	5	5		0		2026-07
1.013743	Giải quyết chế độ đối với quân nhân, cán bộ đi chiến trường B,C,K trong thời kỳ chống Mỹ cứu nước không có thân nhân phải trực tiếp nuôi dưỡng và quân nhân, cán bộ được đảng cử ở lại miền Nam hoạt động sau Hiệp định Giơnevơ năm 1954 đối với cán bộ, sỹ quan thuộc lực lượng vũ trang (công an, quân đội)		6	5	7	DP	DP1X		N	2				0		2026-07
1.013744	Giải quyết chế độ đối với quân nhân, cán bộ đi chiến trường B,C,K trong thời kỳ chống Mỹ cứu nước không có thân nhân phải trực tiếp nuôi dưỡng và quân nhân, cán bộ được đảng cử ở lại miền nam hoạt động sau hiệp định Giơnevơ năm 1954 đối với cán bộ dân, chính, đảng thuộc diện Trung ương quản lý		6	5	7	DP	DP1X		N	2				0		2026-07
1.013745	Xác nhận và giải quyết chế độ ưu đãi người có công với cách mạng và thân nhân		6	5	7	DP	DP30D		N	3				0		2026-07
1.013749	Giải quyết chế độ đối với quân nhân, cán bộ đi chiến trường B,C,K trong thời kỳ chống mỹ cứu nước không có thân nhân phải trực tiếp nuôi dưỡng và quân nhân, cán bộ được đảng cử ở lại miền nam hoạt động sau hiệp định Giơnevơ năm 1954 đối với cán bộ dân, chính, đảng		6	5	2	DP	DP0X		N	2				0		2026-07
1.013750	Thăm viếng mộ liệt sĩ.		6	5	1	DP	DP5W		Q	3	5	5		0		2026-07
1.013791	Thủ tục tiếp nhận hồ sơ đăng ký lễ hội quy mô cấp xã		24	9	1	DOP	DOP15W		F	4	15	15		0		2026-07
1.013792	Thủ tục cấp giấy chứng nhận đủ điều kiện hoạt động điểm cung cấp dịch vụ trò chơi điện tử công cộng		78	9	1	DOP	DOP15D		F	3				0		2026-07
1.013793	Thủ tục sửa đổi, bổ sung giấy chứng nhận đủ điều kiện hoạt động điểm cung cấp dịch vụ trò chơi điện tử công cộng		78	9	1	DOP	DOP5W		F	2	5	5		0		2026-07
1.013794	Thủ tục gia hạn giấy chứng nhận đủ điều kiện hoạt động điểm cung cấp dịch vụ trò chơi điện tử công cộng		78	9	1	DOP	DOP5W		F	2	5	5		0		2026-07
1.013796	THỦ TỤC ĐỀ NGHỊ TỔ CHỨC ĐẠI HỘI CỦA TỔ CHỨC TÔN GIÁO, TỔ CHỨC TÔN GIÁO TRỰC THUỘC, TỔ CHỨC ĐƯỢC CẤP CHỨNG NHẬN ĐĂNG KÝ HOẠT ĐỘNG TÔN GIÁO CÓ ĐỊA BÀN HOẠT ĐỘNG Ở MỘT XÃ		58	19	0	DOP	DOP25D		F	2				0		2026-07
1.013797	THỦ TỤC ĐỀ NGHỊ TỔ CHỨC CUỘC LỄ NGOÀI CƠ SỞ TÔN GIÁO, ĐỊA ĐIỂM HỢP PHÁP ĐÃ ĐĂNG KÝ CÓ QUY MÔ TỔ CHỨC Ở MỘT XÃ		58	19	0	DOP	DOP25D		F	2				0		2026-07
1.013798	THỦ TỤC ĐỀ NGHỊ GIẢNG ĐẠO NGOÀI ĐỊA BÀN PHỤ TRÁCH, CƠ SỞ TÔN GIÁO, ĐỊA ĐIỂM HỢP PHÁP ĐÃ ĐĂNG KÝ CÓ QUY MÔ TỔ CHỨC TRONG MỘT XÃ		58	19	0	DOP	DOP25D		F	2				0		2026-07
1.013855	Cấp giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm đối với cơ sở kinh doanh dịch vụ ăn uống, cơ sở sản xuất thực phẩm thuộc phạm vi quản lý của Bộ Y tế		79	6	2	DOP	DOP20W	DOP95,DOP96,DOP97,DOP98,DOP99	P	1	20	20		0		2026-07
1.013949	Giao đất, cho thuê đất, chuyển mục đích sử dụng đất đối với trường hợp giao đất, cho thuê đất không đấu giá quyền sử dụng đất, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất; trường hợp giao đất, cho thuê đất thông qua đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất; giao đất và giao rừng; cho thuê đất và cho thuê rừng, gia hạn sử dụng đất khi hết thời hạn sử dụng đất		60	7	1	DOP	DOP15D	DOP80	P	28				0		2026-07
1.013950	Chuyển hình thức giao đất, cho thuê đất.		60	7	1	DOP	OP15D,D25D	DOP80	P	2				0		2026-07
1.013952	Điều chỉnh quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất do thay đổi căn cứ quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất; điều chỉnh thời hạn sử dụng đất của dự án đầu tư.		60	7	1	DOP	OP5D,D15D	DOP80	P	6				0		2026-07
1.013953	Điều chỉnh quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất do sai sót về ranh giới, vị trí, diện tích, mục đích sử dụng giữa bản đồ quy hoạch, bản đồ địa chính, quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất và số liệu bàn giao đất trên thực địa		60	7	1	DOP	OP7D,D17D	DOP80	P	1				0		2026-07
"""#
}
